import type { Network as Settings } from '../protocol/Network'
import { type Api, type ApiFailure, attempt } from './api'

/** How this computer shows itself on the network, as the user sets it. */
export class Network {
  readonly #api: Api
  #settings: Settings | null = $state.raw(null)
  #problem: ApiFailure | null = $state.raw(null)

  constructor(api: Api) {
    this.#api = api
  }

  /** Null until the server has told. */
  get settings(): Settings | null {
    return this.#settings
  }

  /** Why the settings could not be loaded or kept the last time. */
  get problem(): ApiFailure | null {
    return this.#problem
  }

  async load(): Promise<void> {
    await this.#attempt(() => this.#api.network())
  }

  /** Changes some of it; false when that was refused, and all is as it was. */
  async change(change: Partial<Settings>): Promise<boolean> {
    const before = this.#settings
    if (before === null) return false
    return this.#attempt(() => this.#api.setNetwork({ ...before, ...change }))
  }

  async #attempt(what: () => Promise<Settings>): Promise<boolean> {
    this.#problem = await attempt(async () => {
      this.#settings = await what()
    })
    return this.#problem === null
  }
}
