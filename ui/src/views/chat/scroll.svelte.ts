import { tick, untrack } from 'svelte'

import type { Message } from '../../protocol/Message'
import type { Chat } from '../../session/chat.svelte'

// How many lines are on the page at first, and come with each look further back.
const WINDOW = 150
// What one sees before a line to which one is taken.
const CONTEXT = 5
// In pixels: so near to its end one follows what is written.
const NEAR = 40

/** Which lines of the chat are on the page, and where one reads. */
export class Scroll {
  readonly #chat: Chat
  #list: HTMLElement | null = null
  // However many lines come, they are shown together, once for each picture on the screen.
  #known: readonly Message[] = $state.raw([])
  #frame = 0
  // The first line on the page while one reads older ones; null for the newest.
  #first: number | null = $state(null)

  constructor(chat: Chat) {
    this.#chat = chat
    // A new line is no reason for another reader.
    this.#known = untrack(() => chat.lines)
  }

  /** The lines on the page. */
  get lines(): readonly Message[] {
    return this.#known.slice(this.#start)
  }

  get hasEarlier(): boolean {
    return this.#start > 0
  }

  /** To be attached to the list. */
  readonly attach = (list: HTMLElement): (() => void) => {
    this.#list = list
    $effect(() => {
      if (this.#chat.lines !== this.#known) this.#frame ||= requestAnimationFrame(this.#update)
    })
    const resized = new ResizeObserver(() => {
      if (this.#chat.atEnd) this.goToEnd()
    })
    resized.observe(list)
    return () => {
      cancelAnimationFrame(this.#frame)
      this.#frame = 0
      this.#list = null
      resized.disconnect()
      this.#chat.atEnd = true
    }
  }

  /** One opens the chat: where one left off, or at its end. */
  arrive(): void {
    const { firstNew } = this.#chat
    if (firstNew === null) this.goToEnd()
    else void this.goTo(firstNew, 'start')
  }

  goToEnd(): void {
    this.#first = null
    this.#list?.scrollTo({ top: this.#list.scrollHeight })
  }

  /** Takes one to a line, as far back as it may be. */
  async goTo(id: number, block: ScrollLogicalPosition = 'center'): Promise<void> {
    const place = this.#known.findIndex((line) => line.id === id)
    if (place < 0) return
    if (place < this.#start) this.#showFrom(place - CONTEXT)
    await tick()
    this.elementOf(id)?.scrollIntoView({ block })
    this.follow()
  }

  /** Shows more of what was said before, and leaves one where one reads. */
  async showEarlier(): Promise<void> {
    const first = this.elementOf(this.lines[0]?.id ?? 0)
    const before = first?.getBoundingClientRect().top ?? 0
    this.#showFrom(this.#start - WINDOW)
    await tick()
    const after = first?.getBoundingClientRect().top ?? before
    this.#list?.scrollBy({ top: after - before })
  }

  /** One has scrolled. Whoever reads older lines is left there. */
  follow(): void {
    const list = this.#list
    if (list === null) return
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR
    if (atEnd) this.#first = null
    else this.#first ??= this.lines[0]?.id ?? null
    this.#chat.atEnd = atEnd
  }

  elementOf(id: number): HTMLElement | null {
    return this.#list?.querySelector<HTMLElement>(`[data-line="${id}"]`) ?? null
  }

  get #start(): number {
    const first = this.#first
    if (first === null) return Math.max(0, this.#known.length - WINDOW)
    return Math.max(
      0,
      this.#known.findIndex(({ id }) => id >= first),
    )
  }

  #showFrom(place: number): void {
    this.#first = this.#known[Math.max(0, place)]?.id ?? null
  }

  readonly #update = (): void => {
    this.#frame = 0
    this.#known = this.#chat.lines
    void tick().then(() => {
      if (this.#chat.atEnd) this.goToEnd()
    })
  }
}
