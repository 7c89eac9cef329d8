import { SvelteMap } from 'svelte/reactivity'

// On the scale of `heard`: about -40 dB.
const LOUD = 0.33
const HOLD = 800

/** Who speaks, by how loud everyone is. Short pauses between words do not count. */
export class Speakers {
  // Until when each one counts as speaking.
  readonly #until = new SvelteMap<number, number>()
  #active: number | null = $state(null)

  /** Who speaks, or spoke last. */
  get active(): number | null {
    return this.#active
  }

  isSpeaking(who: number): boolean {
    return this.#until.has(who)
  }

  /** Hears how loud everyone is, from 0 to 1. */
  hear(levels: readonly { who: number; level: number }[], now: number): void {
    const isHere = (who: number) => levels.some((it) => it.who === who)
    let loudest = 0
    let first: number | null = null
    for (const { who, level } of levels) {
      if (level < LOUD) continue
      this.#until.set(who, now + HOLD)
      if (level > loudest) [loudest, first] = [level, who]
    }
    for (const [who, until] of this.#until) {
      if (until <= now || !isHere(who)) this.#until.delete(who)
    }
    const isHeld = this.#active !== null && this.#until.has(this.#active)
    if (first !== null && !isHeld) this.#active = first
    if (this.#active !== null && !isHere(this.#active)) this.#active = null
  }
}
