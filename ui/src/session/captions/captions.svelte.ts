import { SvelteMap } from 'svelte/reactivity'

import { NOBODY, type Pipe, type PipeListener } from '../../media/pipe'
import type { Participant } from '../../protocol/Participant'
import { say } from '../../words/speech.svelte'
import type { Ways } from '../files/files.svelte'
import type { Room } from '../room.svelte'
import { Allowance } from './allowance'
import { type Caption, LABEL, lineOf, readCaption, spell } from './caption'
import { CaptionLines } from './lines.svelte'

// Letters come faster than anybody reads.
const TELL_EVERY = 250

/** What somebody in the meeting types of what is said, for those who cannot hear it. */
export class Captions {
  readonly lines = new CaptionLines()
  readonly #room: Room
  readonly #ways: Ways
  #typing = $state(false)
  #text = ''
  #telling: ReturnType<typeof setTimeout> | undefined
  // The ways on which one sends, and those on which others do.
  readonly #out = new SvelteMap<number, Pipe>()
  readonly #in = new SvelteMap<number, { pipe: Pipe; allowance: Allowance }>()

  constructor(room: Room, ways: Ways) {
    this.#room = room
    this.#ways = ways
  }

  /** Whether a way that was opened is one for captions. */
  static areFor(label: string): boolean {
    return label === LABEL
  }

  /** Whether one types them oneself. */
  get typing(): boolean {
    return this.#typing
  }

  begin(): void {
    if (this.#typing) return
    this.#typing = true
    for (const { id } of this.#room.people.others) this.#open(id)
  }

  /** Says what is still in the field, and no more. */
  end(): void {
    if (!this.#typing) return
    this.finish()
    this.#typing = false
    for (const pipe of this.#out.values()) pipe.close()
    this.#out.clear()
  }

  /** One has typed this much of a line. */
  write(text: string): void {
    this.#text = lineOf(text)
    this.#telling ??= setTimeout(() => {
      this.#tell(false)
    }, TELL_EVERY)
  }

  /** The line is as it stays. */
  finish(): void {
    if (this.#text !== '' || this.#telling !== undefined) this.#tell(true)
    this.#text = ''
  }

  /** Someone can be reached. */
  reached(who: number): void {
    if (this.#typing) this.#open(who)
  }

  /** The connection to someone is no more; there may be another. */
  lost(who: number): void {
    this.#out.delete(who)
    this.#in.delete(who)
  }

  /** Someone opened a way, on which their captions come. */
  opened(from: number, pipe: (listener: PipeListener) => Pipe): void {
    this.#in.get(from)?.pipe.close()
    // Another way does not allow for more.
    const allowance = this.#in.get(from)?.allowance ?? new Allowance()
    const onnote = (note: string) => {
      this.#hear(from, note, allowance)
    }
    this.#in.set(from, { pipe: pipe({ ...NOBODY, onnote }), allowance })
  }

  /** The meeting is over for this page. */
  close(): void {
    clearTimeout(this.#telling)
    this.#telling = undefined
    this.#text = ''
    this.#typing = false
    this.#out.clear()
    this.#in.clear()
    this.lines.clear()
  }

  #open(who: number): void {
    if (this.#out.has(who)) return
    const pipe = this.#ways.open(who, LABEL, {
      ...NOBODY,
      onopen: () => {
        // What was said before there was a way, and is still on the screen.
        const mine = this.lines.all.filter(({ from }) => from.id === this.#room.people.me?.id)
        for (const line of mine) pipe?.note(spell(line))
      },
      onclose: () => {
        if (this.#out.get(who) === pipe) this.#out.delete(who)
      },
    })
    if (pipe !== null) this.#out.set(who, pipe)
  }

  #tell(final: boolean): void {
    clearTimeout(this.#telling)
    this.#telling = undefined
    const { me } = this.#room.people
    if (me === null || !this.#room.people.lets(me, 'chat')) return
    const caption = { text: this.#text, final }
    for (const pipe of this.#out.values()) pipe.note(spell(caption))
    this.#show(me, caption)
  }

  /** What may be shown is decided here: a way to another page leads round the meeting's server. */
  #hear(from: number, note: string, allowance: Allowance): void {
    const who = this.#room.people.find(from)
    if (who === null || !this.#room.people.lets(who, 'chat')) return
    if (!allowance.take(Date.now())) return
    const caption = readCaption(note)
    if (caption === null) return
    this.#show(who, caption)
    const { announcements } = this.#room
    if (caption.final && caption.text !== '' && announcements.wants('captions')) {
      announcements.tell(say.captions.line(who.name, caption.text))
    }
  }

  #show({ id, name }: Participant, caption: Caption): void {
    this.lines.push({ from: { id, name }, ...caption })
  }
}
