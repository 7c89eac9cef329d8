// Over how long the speed is taken.
const WINDOW = 4000
// Nothing is said before this, as it would jump.
const FIRST = 500

/** How fast something comes, and how long the rest takes. */
export class Pace {
  readonly #size: number
  #points: { at: number; bytes: number }[] = []

  constructor(size: number) {
    this.#size = size
  }

  /** So many bytes are there now. */
  note(bytes: number, at: number): void {
    this.#points.push({ at, bytes })
    while ((this.#points[1]?.at ?? at) <= at - WINDOW) this.#points.shift()
  }

  /** After a pause what was before says nothing. */
  rest(): void {
    this.#points = []
  }

  /** Bytes per second; null as long as that is not known. */
  get speed(): number | null {
    const [first, last] = [this.#points[0], this.#points.at(-1)]
    if (first === undefined || last === undefined || last.at - first.at < FIRST) return null
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at)
  }

  /** Seconds until all is there; null as long as that is not known. */
  get left(): number | null {
    const { speed } = this
    const last = this.#points.at(-1)
    if (speed === null || speed <= 0 || last === undefined) return null
    return (this.#size - last.bytes) / speed
  }
}
