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
  #list: readonly Notice[] = $state.raw([])
  #key = 0

  /** Oldest first. */
  get list(): readonly Notice[] {
    return this.#list
  }

  tell(text: string, tone: Notice['tone'] = 'calm'): void {
    const key = ++this.#key
    this.#list = [...this.#list, { key, text, tone }].slice(-MOST)
    setTimeout(() => {
      this.dismiss(key)
    }, LIFE)
  }

  dismiss(key: number): void {
    this.#list = this.#list.filter((notice) => notice.key !== key)
  }
}
