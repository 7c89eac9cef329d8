import type { Message } from '../protocol/Message'
import type { Named } from '../protocol/Named'

export interface ChatLine extends Message {
  key: number
  mine: boolean
}

const MOST = 2000
// What fits into one message to another page, with room for who is in.
const MOST_SHOWN = 100_000

/** What was said in writing. */
export class Chat {
  #lines: readonly ChatLine[] = $state.raw([])
  #open = $state(false)
  #read = $state(0)
  #recipient: Named | null = $state.raw(null)
  // One is another participant each time one comes in.
  readonly #mine: number[] = []
  #key = 0
  #welcomed = false

  /** Oldest first. */
  get lines(): readonly ChatLine[] {
    return this.#lines
  }

  /** Whether the chat is on the screen, so that lines are read as they come. */
  get open(): boolean {
    return this.#open
  }
  set open(open: boolean) {
    this.#open = open
    if (open) this.#readAll()
  }

  /** How many lines by others came and were not on the screen yet. */
  get unread(): number {
    return this.#lines.filter(({ mine, key }) => !mine && key > this.#read).length
  }

  /** For whom the next line is, if not for everyone. */
  get recipient(): Named | null {
    return this.#recipient
  }
  set recipient(recipient: Named | null) {
    this.#recipient = recipient
  }

  welcome(you: number, messages: Message[]): void {
    this.#mine.push(you)
    const missed = this.#newer(messages)
    this.#lines = [...this.#lines, ...missed.map((message) => this.#line(message))].slice(-MOST)
    if (this.#open || !this.#welcomed) this.#readAll()
    this.#welcomed = true
  }

  hear(message: Message): void {
    this.#lines = [...this.#lines, this.#line(message)].slice(-MOST)
    if (this.#open) this.#readAll()
  }

  /** The newest lines, as many as another page can be shown at once. */
  latest(): Message[] {
    let room = MOST_SHOWN
    const latest: Message[] = []
    for (const { from, to, text, at } of this.#lines.toReversed()) {
      const message = { from, to, text, at }
      room -= JSON.stringify(message).length
      if (room < 0) break
      latest.unshift(message)
    }
    return latest
  }

  /** A welcome tells again what was heard before the connection was lost. */
  #newer(messages: Message[]): Message[] {
    const last = this.#lines.at(-1)
    if (last === undefined) return messages
    const known = messages.findLastIndex(
      ({ at, from, text }) => at === last.at && from.id === last.from.id && text === last.text,
    )
    return known >= 0 ? messages.slice(known + 1) : messages.filter(({ at }) => at > last.at)
  }

  #line(message: Message): ChatLine {
    return { ...message, key: ++this.#key, mine: this.#mine.includes(message.from.id) }
  }

  #readAll(): void {
    this.#read = this.#key
  }
}
