import { untrack } from 'svelte'

import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeRequest } from '../protocol/NativeRequest'
import { type Failure, type Reply, isPassing } from './failure'
import { fromBase64, toBase64 } from './notes/base64'
import { Outbox } from './notes/outbox'
import type { Page } from './notes/page'
import { type Delta, spliceBetween } from './notes/splice'

// Who writes sends that several times a second.
const WRITES_FOR = 2500
const AGAIN_AFTER = 1000

/** Where the notes are written hears how they change, so that the caret stays where it is. */
export type NotesListener = (delta: Delta, by: 'others' | 'undoing') => void

/** The page of notes that everyone in the meeting writes together; loaded when one looks at it. */
export class Notes {
  #text = $state.raw('')
  #ready = $state(false)
  #open = $state(false)
  #changed = $state(false)
  #writer: number | null = $state(null)
  #problem: Failure | null = $state.raw(null)
  #page: Page | null = null
  #outbox: Outbox | null = null
  #listener: NotesListener | null = null
  #resting: ReturnType<typeof setTimeout> | undefined
  #retrying: ReturnType<typeof setTimeout> | undefined
  // Counts the looks, as the answer to an earlier one no longer matters.
  #look = 0

  readonly #request: (request: NativeRequest) => Promise<Reply>

  constructor(request: (request: NativeRequest) => Promise<Reply>) {
    this.#request = request
  }

  /** What they say. */
  get text(): string {
    return this.#text
  }

  /** Whether they are here to be read and written. */
  get ready(): boolean {
    return this.#ready
  }

  /** Whether others changed them since one looked. */
  get changed(): boolean {
    return this.#changed
  }

  /** Who else writes just now. */
  get writer(): number | null {
    return this.#writer
  }

  /** Why they could not be opened, or why what one wrote is not in them. */
  get problem(): Failure | null {
    return this.#problem
  }

  /** Whether they are on the screen. */
  get open(): boolean {
    return this.#open
  }
  set open(open: boolean) {
    // Whoever sets it does not follow what it was.
    untrack(() => {
      if (open === this.#open) return
      this.#open = open
      if (open) {
        this.#changed = false
        if (this.#page === null) void this.#load()
        else if (!this.#ready) void this.#fetch()
      } else {
        this.#problem = null
        void this.#outbox?.flush()
      }
    })
  }

  hear(event: NativeEvent): void {
    switch (event.type) {
      case 'welcome':
        // What happened meanwhile was not told.
        if (this.#page !== null) void this.#fetch()
        break
      case 'notesEdited':
        this.#heard(event.by, event.update)
        break
      case 'left':
      case 'connectionLost':
        if (event.who === this.#writer) this.#rest()
        break
      default:
        break
    }
  }

  /** From now on this hears how they change; nobody any more without one. */
  listen(listener: NotesListener | null): void {
    this.#listener = listener
  }

  /** One has changed the text to this, with the caret there. */
  write(text: string, caret: number): void {
    const splice = spliceBetween(this.#text, text, caret)
    if (splice === null || this.#page === null) return
    this.#problem = null
    this.#page.write(splice)
    this.#text = this.#page.text
  }

  undo(): void {
    this.#page?.undo()
  }

  redo(): void {
    this.#page?.redo()
  }

  /** While an input method composes, others' changes wait. */
  hold(): void {
    this.#page?.hold()
  }

  release(): void {
    this.#page?.release()
  }

  /** Sends what one wrote without waiting for more. */
  flush(): void {
    void this.#outbox?.flush()
  }

  /** The meeting's server cannot be reached, or one is not in any more. */
  pause(): void {
    clearTimeout(this.#retrying)
    this.#outbox?.pause()
    this.#rest()
  }

  async #load(): Promise<void> {
    const look = ++this.#look
    const { Page, mergeUpdates } = await import('./notes/page')
    if (look !== this.#look) return
    const outbox = new Outbox({
      merge: mergeUpdates,
      send: (update) => this.#request({ type: 'editNotes', update: toBase64(update) }),
      onrefused: (failure) => {
        this.#giveUp(failure)
      },
    })
    const page = new Page({
      onupdate: (update) => {
        outbox.add(update)
      },
      onchange: (delta, by) => {
        this.#text = page.text
        this.#listener?.(delta, by)
      },
    })
    this.#page = page
    this.#outbox = outbox
    await this.#fetch()
  }

  /** Asks for all of them; what one knows already does no harm. */
  async #fetch(): Promise<void> {
    const look = ++this.#look
    clearTimeout(this.#retrying)
    const reply = await this.#request({ type: 'openNotes' })
    if (look !== this.#look) return
    if (reply.ok) {
      if (reply.notes !== undefined) this.#page?.hear(fromBase64(reply.notes))
      this.#ready = true
      this.#outbox?.resume()
    } else if (isPassing(reply.error)) {
      this.#retrying = setTimeout(() => void this.#fetch(), AGAIN_AFTER)
    } else {
      this.#problem = reply.error
    }
  }

  /** What one wrote is not to be; one sees what all have. */
  #giveUp(failure: Failure): void {
    this.#page?.close()
    this.#page = null
    this.#outbox = null
    this.#ready = false
    this.#text = ''
    this.#problem = failure
    void this.#load()
  }

  #heard(by: number, update: string): void {
    this.#page?.hear(fromBase64(update))
    if (!this.#open) this.#changed = true
    this.#writer = by
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => {
      this.#rest()
    }, WRITES_FOR)
  }

  #rest(): void {
    clearTimeout(this.#resting)
    this.#writer = null
  }
}
