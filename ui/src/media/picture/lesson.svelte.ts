/** How well the empty room is known: whoever learns it first waits until it is empty. */
export type LessonState = 'unknown' | 'leaving' | 'looking' | 'known' | 'moved' | 'lost'

// As long as it takes to stand up and go.
const SECONDS = 6

/** Lets the empty room be learnt. */
export class Lesson {
  #state: LessonState = $state('unknown')
  #seconds = $state(0)
  #timer: ReturnType<typeof setInterval> | undefined

  get state(): LessonState {
    return this.#state
  }

  /** How many are left to leave the picture. */
  get seconds(): number {
    return this.#seconds
  }

  /** Counts down, and then has the room looked at. */
  begin(look: () => void): void {
    clearInterval(this.#timer)
    this.#state = 'leaving'
    this.#seconds = SECONDS
    this.#timer = setInterval(() => {
      this.#seconds--
      if (this.#seconds > 0) return
      clearInterval(this.#timer)
      this.#state = 'looking'
      look()
    }, 1000)
  }

  /** Hears how it went, or what has come of the room since. */
  become(state: 'unknown' | 'known' | 'moved' | 'lost'): void {
    clearInterval(this.#timer)
    this.#state = state
  }
}
