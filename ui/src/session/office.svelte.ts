import type { Author } from '../protocol/Author'
import type { LogEntry } from '../protocol/LogEntry'
import type { NativeEvent } from '../protocol/NativeEvent'

/** As many as the server keeps. */
const MOST = 200

/** What hosts and co-hosts know beside who waits: whom they put out, and what they did. */
export class Office {
  #removed: readonly Author[] = $state.raw([])
  #log: readonly LogEntry[] = $state.raw([])

  /** Whom the code no longer lets in, as they were called. */
  get removed(): readonly Author[] {
    return this.#removed
  }

  /** Oldest first. */
  get log(): readonly LogEntry[] {
    return this.#log
  }

  /** Hears what happened. */
  hear(event: NativeEvent): void {
    switch (event.type) {
      case 'welcome':
      case 'entrusted':
        this.#removed = event.removed
        this.#log = event.log
        break
      case 'keptOut':
        this.#removed = [...this.#removed, event.who]
        break
      case 'letBack':
        this.#removed = this.#removed.filter(({ id }) => id !== event.who)
        break
      case 'logged':
        this.#log = [...this.#log, event.entry].slice(-MOST)
        break
      default:
        break
    }
  }
}
