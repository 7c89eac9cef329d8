import type { Message } from '../protocol/Message'
import type { Named } from '../protocol/Named'
import type { Chat } from './chat.svelte'
import { TypingReport } from './typing.svelte'

/** What a message may have, as the server counts: characters, not bytes. */
export const LONGEST = 4000
// From here on it is said how many are left.
const NEAR = 200

interface DraftOptions {
  chat: Chat
  /** Who is in under this number now. */
  find: (id: number) => Named | null
  say: (text: string, to: number | null, answers: number | null) => Promise<boolean>
  edit: (message: number, text: string) => Promise<boolean>
  typing: (to: number | null, typing: boolean) => void
}

/** What one is about to write: something new, an answer, or other words for what one wrote. */
export class Draft {
  readonly #options: DraftOptions
  readonly #report: TypingReport
  #text = $state('')
  #answers: number | null = $state(null)
  #edits: number | null = $state(null)
  #sending = $state(false)
  // What one was writing before one went to edit.
  #aside = ''

  constructor(options: DraftOptions) {
    this.#options = options
    this.#report = new TypingReport(options.typing)
  }

  get text(): string {
    return this.#text
  }

  /** The line that is answered; null for none, or when it is gone. */
  get answered(): Message | null {
    return this.#line(this.#answers)
  }

  /** The line that gets other words. */
  get edited(): Message | null {
    return this.#line(this.#edits)
  }

  /** How many characters are left, once they are few; less than none for too many. */
  get left(): number | null {
    const left = LONGEST - Array.from(this.#text.trim()).length
    return left > NEAR ? null : left
  }

  /** Whether it can be sent as it is. */
  get ready(): boolean {
    const isSaid = this.#text.trim() !== '' && (this.left ?? 0) >= 0
    return isSaid && !this.#sending && (this.edited !== null || !this.gone)
  }

  /** Whether the one it is for has left. Rather nobody hears it than everybody. */
  get gone(): boolean {
    const { recipient } = this.#options.chat
    return recipient !== null && this.#options.find(recipient.id) === null
  }

  /** One types; `now` is in milliseconds. */
  type(text: string, now: number): void {
    this.#text = text
    if (this.#edits !== null) return
    if (text.trim() === '') this.#report.stopped()
    else if (!this.gone) this.#report.typed(this.#options.chat.recipient?.id ?? null, now)
  }

  /** Chooses for whom it is; null for everyone. What two said stays between the two. */
  address(recipient: Named | null): void {
    const answered = this.answered
    if (answered?.to != null && recipient?.id !== otherOf(answered).id) this.#answers = null
    this.#options.chat.recipient = recipient
  }

  /** Begins an answer, where a private line was heard from, or said to. */
  answer(line: Message): void {
    if (this.#edits !== null) this.drop()
    if (line.to !== null) {
      const { id, name } = otherOf(line)
      this.#options.chat.recipient = this.#options.find(id) ?? { id, name, installation: null }
    }
    this.#answers = line.id
  }

  /** Begins to edit what one wrote. */
  edit(line: Message): void {
    if (this.#edits === null) this.#aside = this.#text
    this.#report.stopped()
    this.#edits = line.id
    this.#text = line.text
  }

  /** Gives up the answer or the edit; what one was writing is kept. */
  drop(): void {
    if (this.#edits === null) this.#answers = null
    else this.#endEdit()
  }

  /** Sends it; false when it was refused, and then it is kept. */
  async send(): Promise<boolean> {
    if (this.#edits !== null && this.edited === null) this.#endEdit()
    if (!this.ready) return false
    this.#sending = true
    const [text, edits] = [this.#text, this.#edits]
    const done =
      edits === null
        ? await this.#options.say(text, this.#options.chat.recipient?.id ?? null, this.#answers)
        : await this.#options.edit(edits, text)
    this.#sending = false
    if (!done) return false
    if (edits === null) {
      this.#report.sent()
      this.#text = ''
      this.#answers = null
    } else if (this.#edits === edits) this.#endEdit()
    return true
  }

  #endEdit(): void {
    this.#edits = null
    this.#text = this.#aside
    this.#aside = ''
  }

  #line(id: number | null): Message | null {
    const line = id === null ? null : this.#options.chat.find(id)
    return line?.state === 'deleted' ? null : line
  }
}

/** With whom one had it. */
function otherOf({ mine, from, to }: Message): { id: number; name: string } {
  return mine && to !== null ? to : from
}
