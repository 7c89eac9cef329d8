import { attemptShell } from '../platform/failure'
import type { Note, Shell } from '../platform/platform'
import type { NativeEvent } from '../protocol/NativeEvent'
import type { Catalogue } from '../words/en'
import { markdown, plain } from './markdown'
import type { Room } from './room.svelte'
import type { Incoming } from './standby.svelte'

interface AlertOptions {
  shell: Shell
  /** Whether the user wants notifications. */
  wanted: () => boolean
  /** Whether somebody looks at this window, or at the call. */
  attended: () => boolean
  words: () => Catalogue['alerts']
  /** What was pressed. */
  onaccept: () => void
  ondecline: () => void
  /** The call is to be shown. */
  onshow: () => void
}

const RING = 'ring'
const CHAT = 'chat'
const KNOCK = 'knock-'

/** Tells the user of what needs them while they look at something else. */
export class Alerts {
  readonly #options: AlertOptions
  // What is on the screen, and what its actions do.
  readonly #shown = new Map<string, (action: string) => void>()

  constructor(options: AlertOptions) {
    this.#options = options
  }

  /** Someone rings, or does no more. */
  ringing(incoming: Incoming | null): void {
    if (incoming === null) {
      this.#withdraw(RING)
      return
    }
    const { ring, ringText, accept, decline } = this.#options.words()
    const note: Note = {
      tag: RING,
      title: ring(incoming.from.name),
      body: ringText[incoming.kind],
      actions: [
        { name: 'accept', label: accept },
        { name: 'decline', label: decline },
      ],
    }
    this.#show(note, (action) => {
      if (action === 'accept') this.#options.onaccept()
      else if (action === 'decline') this.#options.ondecline()
    })
  }

  /** Something happened in the call that one is in. */
  hear(event: NativeEvent, room: Room): void {
    switch (event.type) {
      case 'knocked':
        this.#knocked(event.who, room)
        break
      case 'knockAnswered':
        this.#withdraw(KNOCK + String(event.who))
        break
      case 'said': {
        const { from, mine, text } = event.message
        if (!mine) this.#said(from.name, plain(markdown(text)))
        break
      }
      default:
        break
    }
  }

  /** The call is over: whoever knocked or wrote in it is of the past. */
  over(): void {
    for (const tag of [...this.#shown.keys()]) if (tag !== RING) this.#withdraw(tag)
  }

  /** Somebody looks: what was written is read. */
  look(): void {
    if (this.#options.attended()) this.#withdraw(CHAT)
  }

  /** A notification was pressed, or one of its actions. */
  pressed(tag: string, action: string): void {
    const act = this.#shown.get(tag)
    this.#shown.delete(tag)
    act?.(action)
  }

  #knocked({ id, name }: { id: number; name: string }, room: Room): void {
    const { knock, knockText, admit, deny } = this.#options.words()
    const note: Note = {
      tag: KNOCK + String(id),
      title: knock(name),
      body: knockText,
      actions: [
        { name: 'admit', label: admit },
        { name: 'deny', label: deny },
      ],
    }
    this.#show(note, (action) => {
      if (action === 'admit') room.admit(id)
      else if (action === 'deny') room.deny(id)
      else this.#options.onshow()
    })
  }

  #said(name: string, text: string): void {
    const note: Note = { tag: CHAT, title: name, body: text, actions: [] }
    this.#show(note, () => {
      this.#options.onshow()
    })
  }

  #show(note: Note, act: (action: string) => void): void {
    if (!this.#options.wanted() || this.#options.attended()) return
    this.#shown.set(note.tag, act)
    // Where there are no notifications, the window says the same.
    void attemptShell(() => this.#options.shell.notify(note))
  }

  #withdraw(tag: string): void {
    if (!this.#shown.delete(tag)) return
    void attemptShell(() => this.#options.shell.withdraw(tag))
  }
}
