import { tick, untrack } from 'svelte'

import type { Message } from '../../protocol/Message'
import type { Chat } from '../../session/chat.svelte'

// How many lines are on the page at its end, which is more than a screen holds, and how many more come
// with each look further back.
const WINDOW = 50
const EARLIER = 150
// What one sees before a line to which one is taken.
const CONTEXT = 5
// In pixels: so near to its end one follows what is written.
const NEAR = 40

/** Which lines of the chat are on the page, and where one reads. */
export class Scroll {
  readonly #chat: Chat
  #list: HTMLElement | null = null
  // However many lines come, they are shown together, and showing them leaves the page two thirds
  // of its time for everything else.
  #known: readonly Message[] = $state.raw([])
  #timer: ReturnType<typeof setTimeout> | undefined
  #frame = 0
  #rest = 0
  // How far down it was scrolled the last time that was looked at.
  #top = 0
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
      if (this.#chat.lines === this.#known) return
      this.#timer ??= setTimeout(() => {
        this.#frame = requestAnimationFrame(this.#update)
      }, this.#rest)
    })
    const resized = new ResizeObserver(() => {
      if (this.#chat.atEnd) this.goToEnd()
    })
    resized.observe(list)
    return () => {
      clearTimeout(this.#timer)
      cancelAnimationFrame(this.#frame)
      this.#timer = undefined
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
    const list = this.#list
    if (list === null) return
    this.#first = null
    list.scrollTo({ top: list.scrollHeight })
    this.#top = list.scrollTop
  }

  /** Takes one to a line, as far back as it may be. */
  async goTo(id: number, block: ScrollLogicalPosition = 'center'): Promise<void> {
    const place = this.#known.findIndex((line) => line.id === id)
    if (place < 0) return
    if (place < this.#start) this.#showFrom(place - CONTEXT)
    await tick()
    this.elementOf(id)?.scrollIntoView({ block })
    this.#settle(this.#isNearEnd)
  }

  /** Shows more of what was said before, and leaves one where one reads. */
  async showEarlier(): Promise<void> {
    const first = this.elementOf(this.lines[0]?.id ?? 0)
    const before = first?.getBoundingClientRect().top ?? 0
    this.#showFrom(this.#start - EARLIER)
    await tick()
    const after = first?.getBoundingClientRect().top ?? before
    this.#list?.scrollBy({ top: after - before })
    this.#settle(false)
  }

  /** It was scrolled. Whoever goes up to read older lines is left there; lines that come are no reason. */
  follow(): void {
    const wentUp = (this.#list?.scrollTop ?? 0) < this.#top
    const isNearEnd = this.#isNearEnd
    this.#settle(isNearEnd || (this.#chat.atEnd && !wentUp))
    if (this.#chat.atEnd && !isNearEnd) this.goToEnd()
  }

  elementOf(id: number): HTMLElement | null {
    return this.#list?.querySelector<HTMLElement>(`[data-line="${id}"]`) ?? null
  }

  get #isNearEnd(): boolean {
    const list = this.#list
    return list === null || list.scrollHeight - list.scrollTop - list.clientHeight < NEAR
  }

  #settle(atEnd: boolean): void {
    if (atEnd) this.#first = null
    else this.#first ??= this.lines[0]?.id ?? null
    this.#top = this.#list?.scrollTop ?? 0
    this.#chat.atEnd = atEnd
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
    const begin = performance.now()
    this.#timer = undefined
    this.#known = this.#chat.lines
    void tick().then(() => {
      if (this.#chat.atEnd) this.goToEnd()
      this.#rest = 2 * (performance.now() - begin)
    })
  }
}
