import type { Seat } from '../protocol/Seat'
import type { Memory } from './storage'

const KEY = 'hearth.seat'

/** Remembers one's seat in a meeting, so that reloading the page leads back to it. */
export class Seats {
  readonly #tab: Memory

  constructor(tab: Memory) {
    this.#tab = tab
  }

  /** The seat in the meeting at this path, if it was this tab's last. */
  find(place: string): Seat | null {
    let kept: unknown
    try {
      kept = JSON.parse(this.#tab.get(KEY) ?? 'null')
    } catch {
      return null
    }
    if (typeof kept !== 'object' || kept === null) return null
    const { place: of, you, token } = kept as Record<string, unknown>
    if (of !== place || typeof you !== 'number' || typeof token !== 'string') return null
    return { you, token }
  }

  keep(place: string, seat: Seat): void {
    this.#tab.set(KEY, JSON.stringify({ place, ...seat }))
  }

  forget(): void {
    this.#tab.remove(KEY)
  }
}
