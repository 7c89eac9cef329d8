import { SvelteMap } from 'svelte/reactivity'

// On the scale of `heard`: about -40 dB.
const LOUD = 0.33
const HOLD = 800
// A word of assent or a cough makes nobody large.
const SETTLED = 600
// Whoever is large stays so for a while, however fast the others take turns.
const DWELL = 2000

/** Who speaks, by how loud everyone is. Short pauses between words do not count. */
export class Speakers {
  // Until when each one counts as speaking, and since when.
  readonly #until = new SvelteMap<number, number>()
  readonly #since = new SvelteMap<number, number>()
  #featured: number | null = $state(null)
  #featuredAt = 0

  /** Which of the others is shown as the speaker: who speaks, or spoke last. */
  get featured(): number | null {
    return this.#featured
  }

  isSpeaking(who: number): boolean {
    return this.#until.has(who)
  }

  /** Hears how loud everyone is, from 0 to 1; `you` among them. */
  hear(levels: readonly { who: number; level: number }[], now: number, you: number): void {
    const isHere = (who: number) => levels.some((it) => it.who === who)
    for (const { who, level } of levels) {
      if (level < LOUD) continue
      this.#until.set(who, now + HOLD)
      if (!this.#since.has(who)) this.#since.set(who, now)
    }
    for (const [who, until] of this.#until) {
      if (until > now && isHere(who)) continue
      this.#until.delete(who)
      this.#since.delete(who)
    }
    if (this.#featured !== null && !isHere(this.#featured)) this.#featured = null
    this.#feature(now, you)
  }

  #feature(now: number, you: number): void {
    // Oneself is nobody to look at.
    const others = [...this.#since].filter(([who]) => who !== you)
    const [longest] = others.toSorted(([, a], [, b]) => a - b)
    if (longest === undefined) return
    const [who, since] = longest
    if (this.#featured !== null) {
      if (this.#until.has(this.#featured) || now - this.#featuredAt < DWELL) return
      const heardLast = (this.#until.get(who) ?? 0) - HOLD
      if (heardLast - since < SETTLED) return
    }
    this.#featured = who
    this.#featuredAt = now
  }
}
