import type { MissedCall } from '../protocol/MissedCall'
import { type Api, attempt } from './api'

// When to look for what is being written down.
const LATER = [300, 2000]

/** The rings that nobody answered here, newest first. */
export class Missed {
  readonly #api: Api
  #calls: readonly MissedCall[] = $state.raw([])

  constructor(api: Api) {
    this.#api = api
  }

  get calls(): readonly MissedCall[] {
    return this.#calls
  }

  /** Whoever cannot be asked has told of none; it is asked again on the next visit. */
  async load(): Promise<void> {
    await attempt(async () => {
      const calls = await this.#api.missed()
      this.#calls = calls.toSorted((a, b) => b.at - a.at)
    })
  }

  /** One was missed just now, and is perhaps not written down yet. */
  async loadNew(): Promise<void> {
    const newest = this.#calls[0]?.id
    await this.load()
    for (const delay of LATER) {
      if (this.#calls[0]?.id !== newest) return
      await new Promise((resolve) => setTimeout(resolve, delay))
      await this.load()
    }
  }

  async clear(): Promise<void> {
    await attempt(async () => {
      await this.#api.clearMissed()
      this.#calls = []
    })
  }
}
