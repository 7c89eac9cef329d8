import { explain } from '../words/explain'
import type { Entrance } from '../protocol/Entrance'
import { ApiFailure } from './api'

export type HandOverState =
  | { name: 'idle' }
  /** The user's browser is opening. */
  | { name: 'opening' }
  /** It did not come into the call, or could not be opened at all, and why. */
  | { name: 'stuck'; problem: string | null; link: string }

interface HandOverOptions {
  /** A ticket for whoever goes on in the browser. Throws an {@link ApiFailure}. */
  ticket: (entrance: Entrance | null) => Promise<string>
  /** Opens an address in the user's browser; why that did not work, or null. */
  open: (url: string) => Promise<string | null>
  origin: string
}

const SHOWS_UP_WITHIN = 8000
// Tickets live for a minute.
const RENEW_AFTER = 45_000

/** Going on in the user's browser where this page can hold no calls. */
export class HandOver {
  readonly #options: HandOverOptions
  #state: HandOverState = $state.raw({ name: 'idle' })
  #path = ''
  #entrance: Entrance | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  // Counts attempts, as what comes of an earlier one no longer matters.
  #attempt = 0

  constructor(options: HandOverOptions) {
    this.#options = options
  }

  get state(): HandOverState {
    return this.#state
  }

  /** Opens the page at `path` in the browser, as the same person. */
  async begin(path: string, entrance: Entrance | null): Promise<void> {
    this.#path = path
    this.#entrance = entrance
    const attempt = this.#turn({ name: 'opening' })
    let problem: string | null
    try {
      problem = await this.#options.open(await this.#link())
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure
      problem = explain(failure)
    }
    if (attempt !== this.#attempt) return
    if (problem !== null) await this.#stick(problem)
    else this.#timer = setTimeout(() => void this.#stick(null), SHOWS_UP_WITHIN)
  }

  /** Opens it once more. */
  again(): Promise<void> {
    return this.begin(this.#path, this.#entrance)
  }

  /** The call has begun there, or is not wanted any more. */
  end(): void {
    this.#turn({ name: 'idle' })
  }

  #turn(state: HandOverState): number {
    clearTimeout(this.#timer)
    this.#state = state
    return ++this.#attempt
  }

  /** Offers a link to open by hand, good for as long as it is shown. */
  async #stick(problem: string | null): Promise<void> {
    const attempt = this.#turn({ name: 'stuck', problem, link: this.#address })
    let link = this.#address
    try {
      link = await this.#link()
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure
    }
    if (attempt !== this.#attempt) return
    this.#state = { name: 'stuck', problem, link }
    this.#timer = setTimeout(() => void this.#stick(problem), RENEW_AFTER)
  }

  async #link(): Promise<string> {
    return `${this.#address}#ticket=${await this.#options.ticket(this.#entrance)}`
  }

  get #address(): string {
    return this.#options.origin + this.#path
  }
}
