import type { KnownHost } from '../protocol/KnownHost'
import { type Api, type ApiFailure, attempt } from './api'

/** The computers that this one has met, and how sure it is who they are. */
export class Hosts {
  readonly #api: Api
  #all: readonly KnownHost[] = $state.raw([])
  #problem: ApiFailure | null = $state.raw(null)

  constructor(api: Api) {
    this.#api = api
  }

  get all(): readonly KnownHost[] {
    return this.#all
  }

  /** Why the list could not be loaded or changed the last time. */
  get problem(): ApiFailure | null {
    return this.#problem
  }

  find(id: string | null): KnownHost | null {
    return this.#all.find((host) => host.id === id) ?? null
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.#all = await this.#api.hosts()
    })
  }

  /** Someone compared the symbols; where they differ, the computer is not trusted any more. */
  async compared(id: string, same: boolean): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#api.compared(id, same)
      this.#all = await this.#api.hosts()
    })
  }

  /** Forgets who it was; it can be met anew. */
  async forget(id: string): Promise<boolean> {
    return this.#attempt(async () => {
      await this.#api.forgetHost(id)
      this.#all = this.#all.filter((host) => host.id !== id)
    })
  }

  async #attempt(what: () => Promise<void>): Promise<boolean> {
    this.#problem = await attempt(what)
    return this.#problem === null
  }
}
