import type { Message } from '../protocol/Message'
import type { Chat } from './chat.svelte'
import { fold } from './folding'
import { markdown, plain } from './markdown'

/** Looks for words in the chat. */
export class Finder {
  readonly #chat: Chat
  #query = $state('')
  #chosen: number | null = $state(null)
  // Lines are read once, however often one types.
  readonly #folded = new WeakMap<Message, string>()

  constructor(chat: Chat) {
    this.#chat = chat
  }

  get query(): string {
    return this.#query
  }
  /** The newest hit is shown first. */
  set query(query: string) {
    this.#query = query
    this.#chosen = this.hits.at(-1) ?? null
  }

  /** The lines in which it is found, oldest first. */
  get hits(): number[] {
    const query = fold(this.#query.trim())
    if (query === '') return []
    return this.#chat.lines.filter((line) => this.#read(line).includes(query)).map(({ id }) => id)
  }

  /** The hit that one looks at. */
  get chosen(): number | null {
    return this.#chosen
  }

  /** Goes to the hit before, or after; around at the ends. */
  step(by: -1 | 1): void {
    const { hits } = this
    const at = this.#chosen === null ? -1 : hits.indexOf(this.#chosen)
    const next = at < 0 ? hits.length - 1 : (at + by + hits.length) % hits.length
    this.#chosen = hits[next] ?? null
  }

  #read(line: Message): string {
    let text = this.#folded.get(line)
    if (text === undefined) {
      text = fold(plain(markdown(line.text)))
      this.#folded.set(line, text)
    }
    return text
  }
}
