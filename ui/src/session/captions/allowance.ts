const AT_ONCE = 20
const PER_SECOND = 10

/** How much one participant may still send; more comes with time. */
export class Allowance {
  #left = AT_ONCE
  #at = 0

  /** Takes one, if there is one. */
  take(now: number): boolean {
    this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#at) * PER_SECOND) / 1000)
    this.#at = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
