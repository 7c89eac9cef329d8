import { Pace } from './pace'

// The screen need not show each piece.
const SHOW_EVERY = 250

/** How far something is, as it is shown. */
export class Progress {
  readonly size: number
  readonly #pace: Pace
  #shown = -SHOW_EVERY
  #now = 0
  #bytes = $state(0)
  #speed: number | null = $state(null)
  #left: number | null = $state(null)

  constructor(size: number) {
    this.size = size
    this.#pace = new Pace(size)
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Bytes per second; null as long as that is not known. */
  get speed(): number | null {
    return this.#speed
  }

  /** Seconds until all is there; null as long as that is not known. */
  get left(): number | null {
    return this.#left
  }

  to(bytes: number, now = performance.now()): void {
    this.#now = bytes
    this.#pace.note(bytes, now)
    if (bytes < this.size && now - this.#shown < SHOW_EVERY) return
    this.#shown = now
    this.#bytes = bytes
    this.#speed = this.#pace.speed
    this.#left = this.#pace.left
  }

  /** Nothing moves for a while. */
  rest(): void {
    this.#pace.rest()
    this.#bytes = this.#now
    this.#speed = null
    this.#left = null
  }
}
