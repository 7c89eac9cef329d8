import { untrack } from 'svelte'

import type { Message } from '../protocol/Message'
import type { Named } from '../protocol/Named'

const MOST = 2000
// What fits into one message to another page, with room for who is in.
const MOST_SHOWN = 100_000

/** What was said in writing. */
export class Chat {
  #lines: readonly Message[] = $state.raw([])
  #open = $state(false)
  #atEnd = $state(true)
  // The last line that was on the screen, and the one that was when one looked away.
  #read = $state(0)
  #leftOff: number | null = $state(null)
  #recipient: Named | null = $state.raw(null)
  #welcomed = false
  readonly #onopen: () => void

  constructor(onopen: () => void = () => undefined) {
    this.#onopen = onopen
  }

  /** Oldest first. */
  get lines(): readonly Message[] {
    return this.#lines
  }

  /** Whether the chat is on the screen. */
  get open(): boolean {
    return this.#open
  }
  set open(open: boolean) {
    // Whoever sets it does not follow what it was.
    untrack(() => {
      if (open === this.#open) return
      this.#open = open
      this.#leftOff = null
      if (!open) return
      this.#catchUp()
      this.#onopen()
    })
  }

  /** Whether the last line is in sight, so that lines are read as they come. */
  get atEnd(): boolean {
    return this.#atEnd
  }
  set atEnd(atEnd: boolean) {
    untrack(() => {
      if (atEnd === this.#atEnd) return
      this.#atEnd = atEnd
      if (atEnd) this.#catchUp()
    })
  }

  /** How many lines by others came and were not on the screen yet. */
  get unread(): number {
    let unread = 0
    for (let at = this.#lines.length - 1; at >= 0; at--) {
      const line = this.#lines[at]
      if (line === undefined || line.id <= this.#read) break
      if (isNews(line)) unread++
    }
    return unread
  }

  /** The line with which begins what one has not seen before; null if one has seen all. */
  get firstNew(): number | null {
    const after = this.#leftOff ?? this.#read
    return this.#lines.find((line) => line.id > after && isNews(line))?.id ?? null
  }

  /** For whom the next line is, if not for everyone. */
  get recipient(): Named | null {
    return this.#recipient
  }
  set recipient(recipient: Named | null) {
    this.#recipient = recipient
  }

  find(id: number): Message | null {
    return this.#lines.find((line) => line.id === id) ?? null
  }

  /** The last line that one can still edit. */
  get lastOfMine(): Message | null {
    return this.#lines.findLast(({ mine, state }) => mine && state !== 'deleted') ?? null
  }

  welcome(messages: readonly Message[]): void {
    // It tells again what was heard before the connection was lost, as it is now.
    const last = this.#lastId
    const known = this.#lines.map((line) => messages.find(({ id }) => id === line.id) ?? line)
    this.#lines = [...known, ...messages.filter(({ id }) => id > last)].slice(-MOST)
    if (this.#isWatched || !this.#welcomed) this.#read = this.#lastId
    this.#welcomed = true
  }

  hear(message: Message): void {
    this.#lines = [...this.#lines, message].slice(-MOST)
    if (message.mine) this.#leftOff = null
    if (this.#isWatched) this.#read = message.id
  }

  /** A line has other words, or none any more. */
  change(message: Message): void {
    this.#lines = this.#lines.map((line) => (line.id === message.id ? message : line))
  }

  /** The newest lines, as many as another page can be shown at once. */
  latest(): Message[] {
    let room = MOST_SHOWN
    const latest: Message[] = []
    for (const message of this.#lines.toReversed()) {
      room -= JSON.stringify(message).length
      if (room < 0) break
      latest.unshift(message)
    }
    return latest
  }

  get #isWatched(): boolean {
    return this.#open && this.#atEnd
  }

  get #lastId(): number {
    return this.#lines.at(-1)?.id ?? 0
  }

  /** One sees the last line again, and where one left off. */
  #catchUp(): void {
    if (!this.#isWatched) return
    if (this.unread > 0) this.#leftOff = this.#read
    this.#read = this.#lastId
  }
}

function isNews({ mine, state }: Message): boolean {
  return !mine && state !== 'deleted'
}
