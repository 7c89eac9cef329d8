import type { Kind } from './announcements.svelte'

/** A short message that goes away by itself. */
export interface Notice {
  key: number
  text: string
  /** `worry`: something was not done, or was done to oneself. */
  tone: 'calm' | 'worry'
}

const LIFE = 6000
const MOST = 4

export class Notices {
  readonly #ontell: (text: string, kind: Kind | null) => void
  #list: readonly Notice[] = $state.raw([])
  #key = 0

  /** `ontell` hears of each, for those who cannot see it. */
  constructor(ontell: (text: string, kind: Kind | null) => void = () => undefined) {
    this.#ontell = ontell
  }

  /** Oldest first. */
  get list(): readonly Notice[] {
    return this.#list
  }

  /** `kind` is what it tells of, where much of that can happen at once. */
  tell(text: string, tone: Notice['tone'] = 'calm', kind: Kind | null = null): void {
    const key = ++this.#key
    this.#ontell(text, kind)
    this.#list = [...this.#list, { key, text, tone }].slice(-MOST)
    setTimeout(() => {
      this.dismiss(key)
    }, LIFE)
  }

  dismiss(key: number): void {
    this.#list = this.#list.filter((notice) => notice.key !== key)
  }
}
