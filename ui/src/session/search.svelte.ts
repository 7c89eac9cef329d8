import type { Attempt } from '../protocol/Attempt'
import { type Api, ApiFailure } from './api'

type State =
  | { name: 'idle' }
  | { name: 'searching'; code: string }
  /** Nobody has it; with what was tried, and why each failed. */
  | { name: 'nothing'; code: string; tried: readonly Attempt[] }
  | { name: 'failed'; code: string; failure: ApiFailure }

/** Looking for a meeting by its code, here and on the network. */
export class Search {
  readonly #api: Api
  readonly #onfound: (path: string) => void
  #state: State = $state.raw({ name: 'idle' })

  constructor(api: Api, onfound: (path: string) => void) {
    this.#api = api
    this.#onfound = onfound
  }

  get state(): State {
    return this.#state
  }

  async begin(code: string): Promise<void> {
    const searching: State = { name: 'searching', code }
    this.#state = searching
    let next: State = { name: 'idle' }
    let path: string | null = null
    try {
      const resolution = await this.#api.resolve(code)
      path = resolution.path
      if (path === null) next = { name: 'nothing', code, tried: resolution.tried }
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure
      next = { name: 'failed', code, failure }
    }
    // Another code was typed meanwhile, or one does not want to know any more.
    if (this.#state !== searching) return
    this.#state = next
    if (path !== null) this.#onfound(path)
  }

  stop(): void {
    this.#state = { name: 'idle' }
  }
}
