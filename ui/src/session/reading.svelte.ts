import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeRequest } from '../protocol/NativeRequest'
import type { Failure, Reply } from './failure'

/** The chat of a room that lasts, for somebody who belongs to it and is not in. */
export class Reading {
  readonly #request: (request: NativeRequest) => Promise<Reply>
  // Under which name one writes; null while one does not want to read.
  #name: string | null = $state(null)
  #open = $state(false)
  #problem: Failure | null = $state.raw(null)
  // Whether the server lets one, and was asked on this seat.
  #may = false
  #asked = false

  constructor(request: (request: NativeRequest) => Promise<Reply>) {
    this.#request = request
  }

  /** Whether one came to read, and not to join. */
  get wanted(): boolean {
    return this.#name !== null
  }

  /** Whether the chat is open to one. */
  get open(): boolean {
    return this.#open
  }

  /** Why it could not be opened. */
  get problem(): Failure | null {
    return this.#problem
  }

  /** One comes to read, and writes under this name; without one, nothing is asked yet. */
  begin(name: string): void {
    this.#name = name.trim()
    this.#asked = false
    void this.#ask()
  }

  /** One goes to the door, or in. */
  end(): void {
    this.#name = null
    this.#open = false
    this.#problem = null
  }

  /** One has another seat, for which the chat is not open yet. */
  reseated(): void {
    this.#asked = false
    void this.#ask()
  }

  /** Hears what happened. */
  hear(event: NativeEvent): void {
    switch (event.type) {
      case 'roster':
        this.#may = event.mayRead
        if (!event.mayRead) {
          this.#open = false
          this.#asked = false
        }
        void this.#ask()
        break
      case 'chatOpened':
        this.#open = this.wanted
        break
      case 'waiting':
      case 'welcome':
        this.end()
        break
      default:
        break
    }
  }

  async #ask(): Promise<void> {
    if (this.#name === null || this.#name === '' || !this.#may || this.#asked) return
    this.#asked = true
    this.#problem = null
    const reply = await this.#request({ type: 'openChat', name: this.#name })
    if (reply.ok) return
    this.#asked = false
    // It is asked again on the next seat.
    if (reply.error.code !== 'unreachable') this.#problem = reply.error
  }
}
