import { SvelteMap } from 'svelte/reactivity'

import type { Author } from '../../protocol/Author'
import type { Caption } from './caption'

export interface CaptionLine {
  key: number
  from: Author
  text: string
  /** Whether it is as it stays. */
  final: boolean
}

const MOST = 2
// Slow readers take about so long for a letter, and a short line is not to flash by.
const PER_CHARACTER = 100
const LEAST = 4000

/** What is shown of what was said last. */
export class CaptionLines {
  #all: readonly CaptionLine[] = $state.raw([])
  readonly #timers = new SvelteMap<number, ReturnType<typeof setTimeout>>()
  #key = 0

  /** Oldest first. */
  get all(): readonly CaptionLine[] {
    return this.#all
  }

  /** Says more of somebody's line, or begins their next one. */
  push({ from, text, final }: Caption & { from: Author }): void {
    const open = this.#all.find((line) => line.from.id === from.id && !line.final)
    if (text === '') {
      if (open !== undefined) this.#drop(open.key)
      return
    }
    const line = { key: open?.key ?? ++this.#key, from, text, final }
    const lines =
      open === undefined
        ? [...this.#all, line]
        : this.#all.map((it) => (it.key === open.key ? line : it))
    for (const { key } of lines.slice(0, -MOST)) this.#drop(key)
    this.#all = lines.slice(-MOST)
    clearTimeout(this.#timers.get(line.key))
    const life = Math.max(LEAST, text.length * PER_CHARACTER)
    this.#timers.set(
      line.key,
      setTimeout(() => {
        this.#drop(line.key)
      }, life),
    )
  }

  clear(): void {
    for (const { key } of this.#all) this.#drop(key)
  }

  #drop(key: number): void {
    clearTimeout(this.#timers.get(key))
    this.#timers.delete(key)
    this.#all = this.#all.filter((line) => line.key !== key)
  }
}
