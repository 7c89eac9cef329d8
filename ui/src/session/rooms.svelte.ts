import type { LastingRoom } from '../protocol/LastingRoom'
import { type Api, attempt } from './api'

const AGAIN_AFTER = 15_000

/** The rooms that last and to which one belongs. */
export class Rooms {
  readonly #api: Pick<Api, 'rooms'>
  #all: readonly LastingRoom[] = $state.raw([])

  constructor(api: Pick<Api, 'rooms'>) {
    this.#api = api
  }

  /** The one used last first, as last heard. */
  get all(): readonly LastingRoom[] {
    return this.#all
  }

  /** Asks anew. What is not answered leaves all as it was. */
  async load(): Promise<void> {
    await attempt(async () => {
      this.#all = await this.#api.rooms()
    })
  }

  /** Asks now and then, until the returned function is called. */
  follow(): () => void {
    void this.load()
    const timer = setInterval(() => void this.load(), AGAIN_AFTER)
    return () => {
      clearInterval(timer)
    }
  }
}
