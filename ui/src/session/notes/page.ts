// Loaded with the first look at the notes, as Yjs is large. No other file names it.
import {
  Doc,
  type RelativePosition,
  UndoManager,
  type Text,
  type YTextEvent,
  type Transaction,
  applyUpdate,
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromTypeIndex,
  mergeUpdates,
} from 'yjs'

import type { Delta, Splice } from './splice'

// The server finds the text under this name.
const TEXT = 'notes'

// By whom a change was made.
const HERE = 'here'
const ELSEWHERE = 'elsewhere'

// What is written at one place without a pause is undone at once.
const PAUSE = 500

export { mergeUpdates }

export interface PageListener {
  /** The text is another, because of others or because something was undone. */
  onchange(delta: Delta, by: 'others' | 'undoing'): void
  /** The others have to hear of this. */
  onupdate(update: Uint8Array): void
}

/** The notes as they are on this page, with what one wrote and the others did not hear yet. */
export class Page {
  readonly #doc = new Doc()
  readonly #text: Text = this.#doc.getText(TEXT)
  readonly #undo = new UndoManager(this.#text, {
    trackedOrigins: new Set([HERE]),
    captureTimeout: PAUSE,
  })
  // Where one wrote last.
  #end: RelativePosition | null = null
  // What was heard while nothing may change; null while everything may.
  #held: Uint8Array[] | null = null

  constructor(listener: PageListener) {
    this.#text.observe((event: YTextEvent, { origin }: Transaction) => {
      if (origin === HERE) return
      listener.onchange(event.delta, origin === ELSEWHERE ? 'others' : 'undoing')
    })
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== ELSEWHERE) listener.onupdate(update)
    })
  }

  get text(): string {
    // eslint-disable-next-line @typescript-eslint/no-base-to-string -- It is what the text says.
    return this.#text.toString()
  }

  /** What others wrote; it may have been heard before. */
  hear(update: Uint8Array): void {
    if (this.#held === null) applyUpdate(this.#doc, update, ELSEWHERE)
    else this.#held = [mergeUpdates([...this.#held, update])]
  }

  /** While an input method composes, nothing may change under it. */
  hold(): void {
    this.#held ??= []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const update of held) this.hear(update)
  }

  write({ at, out, letters }: Splice): void {
    if (!this.#goesOn(at, out)) this.#undo.stopCapturing()
    this.#doc.transact(() => {
      if (out > 0) this.#text.delete(at, out)
      if (letters !== '') this.#text.insert(at, letters)
    }, HERE)
    this.#end = createRelativePositionFromTypeIndex(this.#text, at + letters.length, -1)
  }

  /** Whether something is written, or taken out, where one wrote last. */
  #goesOn(at: number, out: number): boolean {
    if (this.#end === null) return false
    const end = createAbsolutePositionFromRelativePosition(this.#end, this.#doc)?.index
    return end !== undefined && at <= end && end <= at + out
  }

  /** Takes back what one wrote last, and nothing of what others did. */
  undo(): void {
    this.#undo.undo()
  }

  redo(): void {
    this.#undo.redo()
  }

  close(): void {
    this.#doc.destroy()
  }
}
