import { MOST_LARGE, type Picture, same } from './stage'

/** What somebody chose to look at in this meeting. */
export class Viewing {
  #pins: readonly Picture[] = $state.raw([])
  #page = $state(0)

  /** What is pinned, in the order in which it was; some of them may have left. */
  get pins(): readonly Picture[] {
    return this.#pins
  }

  get page(): number {
    return this.#page
  }

  isPinned(picture: Picture): boolean {
    return this.#pins.some((it) => same(it, picture))
  }

  /** Pins it or no longer; there is room for a few, and the oldest gives way. */
  pin(picture: Picture, pinned = !this.isPinned(picture)): void {
    const others = this.#pins.filter((it) => !same(it, picture))
    this.#pins = pinned ? [...others, picture].slice(-MOST_LARGE) : others
  }

  turnTo(page: number): void {
    this.#page = page
  }
}
