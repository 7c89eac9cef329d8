export interface Reaction {
  key: number
  who: number
  emoji: string
}

const LIFE = 4000
const MOST = 100

/** The emojis that people show right now. */
export class Reactions {
  #list: readonly Reaction[] = $state.raw([])
  #key = 0

  get list(): readonly Reaction[] {
    return this.#list
  }

  /** What someone showed last. */
  of(who: number): string | null {
    return this.#list.findLast((reaction) => reaction.who === who)?.emoji ?? null
  }

  show(who: number, emoji: string): void {
    const key = ++this.#key
    this.#list = [...this.#list, { key, who, emoji }].slice(-MOST)
    setTimeout(() => {
      this.#list = this.#list.filter((reaction) => reaction.key !== key)
    }, LIFE)
  }
}
