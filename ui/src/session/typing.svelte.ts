import type { NativeEvent } from '../protocol/NativeEvent'

// Well before the server takes silence for an end.
const AGAIN_AFTER = 3000

/** Who writes just now. When they stop, the server says so. */
export class Typists {
  #ids: readonly number[] = $state.raw([])

  /** In the order in which they began. */
  get ids(): readonly number[] {
    return this.#ids
  }

  hear(event: NativeEvent): void {
    switch (event.type) {
      case 'welcome':
        this.#ids = []
        break
      case 'typingChanged':
        this.#without(event.who)
        if (event.typing) this.#ids = [...this.#ids, event.who]
        break
      case 'left':
      case 'connectionLost':
        this.#without(event.who)
        break
      default:
        break
    }
  }

  #without(who: number): void {
    if (this.#ids.includes(who)) this.#ids = this.#ids.filter((id) => id !== who)
  }
}

/** Lets the others know that one writes, no more often than they need. */
export class TypingReport {
  readonly #tell: (to: number | null, typing: boolean) => void
  #told: { to: number | null; at: number } | null = null

  constructor(tell: (to: number | null, typing: boolean) => void) {
    this.#tell = tell
  }

  /** One has typed something for someone, or for everyone. */
  typed(to: number | null, now: number): void {
    const told = this.#told
    if (told !== null && told.to === to && now - told.at < AGAIN_AFTER) return
    this.#told = { to, at: now }
    this.#tell(to, true)
  }

  /** Nothing typed is left. */
  stopped(): void {
    if (this.#told === null) return
    const { to } = this.#told
    this.#told = null
    this.#tell(to, false)
  }

  /** What was typed is sent, by which the others hear that it has ended. */
  sent(): void {
    this.#told = null
  }
}
