import { SvelteMap } from 'svelte/reactivity'

/** How loud one hears somebody. */
export interface Volume {
  /** From 0 to 1, which is as they send it. */
  level: number
  /** Whether one does not want to hear them at all. */
  muted: boolean
}

const AS_SENT: Volume = { level: 1, muted: false }

/** How loud one hears each of the others; nobody else is told. */
export class Volumes {
  readonly #set = new SvelteMap<number, Volume>()

  of(who: number): Volume {
    return this.#set.get(who) ?? AS_SENT
  }

  /** Whoever is made louder is to be heard. */
  setLevel(who: number, level: number): void {
    this.#set.set(who, { level: Math.min(1, Math.max(0, level)), muted: false })
  }

  setMuted(who: number, muted: boolean): void {
    this.#set.set(who, { ...this.of(who), muted })
  }

  /** They left; whoever comes is another one. */
  forget(who: number): void {
    this.#set.delete(who)
  }
}
