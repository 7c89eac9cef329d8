import { SvelteMap } from 'svelte/reactivity'

import type { Digest } from '../../media/files/digest'
import { NOBODY, type Pipe, type PipeListener } from '../../media/pipe'
import type { OpenSink } from '../../media/files/sink'
import type { FileOffer } from '../../protocol/FileOffer'
import type { NativeEvent } from '../../protocol/NativeEvent'
import type { NativeRequest } from '../../protocol/NativeRequest'
import { explain } from '../../words/explain'
import { say } from '../../words/speech.svelte'
import type { Reply } from '../failure'
import type { Room } from '../room.svelte'
import { Arrivals } from './arrivals.svelte'
import { MOST_AT_ONCE, MOST_BYTES } from './bounds'
import { Incoming } from './incoming'
import type { KeptFiles } from './kept'
import { Outgoing } from './outgoing.svelte'
import { Upload } from './upload.svelte'

/** The ways to the other participants. */
export interface Ways {
  /** Opens a way to someone; null while they cannot be reached. */
  open(to: number, label: string, listener: PipeListener): Pipe | null
}

export interface FilesOptions {
  room: Room
  code: () => string
  request: (request: NativeRequest) => Promise<Reply>
  ways: Ways
  kept: KeptFiles
  openSink: OpenSink
  newDigest: () => Digest
  /** Gives the user a file to keep. */
  save: (file: Blob, name: string) => void
}

/** One's own file that is offered. */
interface Own {
  file: File
  outgoing: Map<number, Outgoing>
  upload: Upload | null
}

const LABEL = 'file/'

/** The files that one offers, and those that one loads. */
export class Files {
  readonly #options: FilesOptions
  readonly arrivals: Arrivals
  readonly #own = new SvelteMap<number, Own>()
  // Changes when something of the own files did.
  #sending: readonly (readonly [number, Outgoing])[] = $state.raw([])
  // What was chosen, by the mark of the request that offers it.
  readonly #chosen = new SvelteMap<number, File>()

  constructor(options: FilesOptions) {
    this.#options = options
    this.arrivals = new Arrivals({
      ...options,
      tell: (text, tone) => {
        options.room.notices.tell(text, tone)
      },
    })
  }

  /** To whom one's own file goes, or went. */
  outgoing(id: number): readonly Outgoing[] {
    return this.#sending.filter(([file]) => file === id).map(([, outgoing]) => outgoing)
  }

  upload(id: number): Upload | null {
    return this.#own.get(id)?.upload ?? null
  }

  /** Offers files to everyone, or to one; `keep` lets the meeting keep them. */
  async offer(files: readonly File[], to: number | null, keep: boolean): Promise<void> {
    for (const file of files) {
      if (file.size > MOST_BYTES) {
        this.#worry(say.files.tooLarge(file.name))
        continue
      }
      const mark = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
      this.#chosen.set(mark, file)
      const { name, size, type } = file
      const request = { type: 'offerFile', to, name, size, kind: type, keep, mark } as const
      const reply = await this.#options.request(request)
      if (reply.ok) continue
      this.#chosen.delete(mark)
      this.#worry(explain(reply.error))
      return
    }
  }

  /** Loads a file: from who keeps it, or straight from who offers it. */
  async accept(offer: FileOffer): Promise<void> {
    if (offer.keeping === 'kept') {
      await this.arrivals.load(offer)
      return
    }
    await this.arrivals.begin(offer, (arrival) => {
      const incoming = new Incoming(arrival, (listener) =>
        this.#options.ways.open(offer.from.id, LABEL + String(offer.id), listener),
      )
      incoming.reach()
      return incoming
    })
  }

  /** Hears what happened; the room has heard it already. */
  hear(event: NativeEvent): void {
    switch (event.type) {
      case 'welcome':
        for (const offer of event.files) this.#welcome(offer)
        break
      case 'fileOffered':
        this.#offered(event.offer)
        break
      case 'fileWithdrawn':
        this.#withdrawn(event.file)
        break
      case 'fileDeclined':
        this.#declined(event.file, event.who)
        break
      case 'left':
        for (const { outgoing } of this.#own.values()) outgoing.get(event.who)?.stop('gone')
        break
      default:
        break
    }
  }

  /** Someone opened a way for a file; what is to hear of it, or null for a stranger's. */
  opened(from: number, label: string, pipe: (listener: PipeListener) => Pipe): void {
    const id = label.startsWith(LABEL) ? Number(label.slice(LABEL.length)) : Number.NaN
    const own = this.#own.get(id)
    const offer = this.#options.room.offers.find(id)
    const mayHave = offer !== null && (offer.to === null || offer.to.id === from)
    if (own === undefined || !mayHave) {
      const refusing = pipe(NOBODY)
      refusing.note('{"type":"stop","reason":"gone"}')
      setTimeout(() => {
        refusing.close()
      }, 1000)
      return
    }
    let outgoing = own.outgoing.get(from)
    if (outgoing === undefined || outgoing.isOver) {
      outgoing = new Outgoing(from, own.file, this.#options.newDigest(), () => {
        this.#takeTurns()
      })
      own.outgoing.set(from, outgoing)
    }
    outgoing.follow(pipe(outgoing))
    this.#list()
    this.#takeTurns()
  }

  /** Someone can be reached. */
  reached(who: number): void {
    for (const incoming of this.#from(who)) incoming.reach()
  }

  /** The connection to someone is no more; there may be another. */
  lost(who: number): void {
    for (const incoming of this.#from(who)) incoming.lose()
    for (const { outgoing } of this.#own.values()) outgoing.get(who)?.lose()
  }

  /** The meeting is over for this page. What arrived can still be saved. */
  close(): void {
    for (const id of [...this.#own.keys()]) this.#giveUp(id)
    for (const { id } of this.arrivals.all) this.arrivals.gone(id)
    this.#chosen.clear()
  }

  #from(who: number): Incoming[] {
    const theirs = this.#options.room.offers.all.filter(({ from }) => from.id === who)
    return theirs.flatMap(({ id }) => this.arrivals.direct(id) ?? [])
  }

  /** After a reload what one offered before cannot be read any more. */
  #welcome(offer: FileOffer): void {
    const isMine = offer.from.id === this.#options.room.people.me?.id
    if (isMine && offer.keeping !== 'kept' && !this.#own.has(offer.id)) {
      void this.#options.request({ type: 'withdrawFile', file: offer.id })
    }
  }

  #offered({ id, mine, mark, keeping }: FileOffer): void {
    const file = mine ? this.#chosen.get(mark) : undefined
    if (file === undefined) return
    this.#chosen.delete(mark)
    const upload = keeping === 'wanted' ? this.#keep(id, file) : null
    this.#own.set(id, { file, outgoing: new SvelteMap(), upload })
  }

  #keep(id: number, file: File): Upload {
    const { newDigest, kept, code } = this.#options
    return new Upload(file, newDigest(), kept, { code, file: id }, (failure) => {
      this.#worry(say.files.notKept(file.name, explain(failure)))
    })
  }

  #withdrawn(id: number): void {
    this.#giveUp(id)
    if (this.arrivals.direct(id) !== null) this.arrivals.gone(id)
  }

  #giveUp(id: number): void {
    const own = this.#own.get(id)
    if (own === undefined) return
    own.upload?.end()
    for (const outgoing of own.outgoing.values()) outgoing.stop('gone')
    this.#own.delete(id)
    this.#list()
  }

  #declined(id: number, who: number): void {
    const own = this.#own.get(id)
    const name = own?.file.name
    own?.outgoing.get(who)?.stop('cancelled')
    if (name === undefined) return
    const { room } = this.#options
    room.notices.tell(say.files.declined(room.people.nameOf(who), name), 'calm')
  }

  /** So many go at once; the others wait for their turn. */
  #takeTurns(): void {
    const all = [...this.#own.values()].flatMap(({ outgoing }) => [...outgoing.values()])
    const going = all.filter(({ state, isOver }) => state !== 'waiting' && !isOver)
    const next = all.filter(({ state }) => state === 'waiting')
    for (const outgoing of next.slice(0, Math.max(0, MOST_AT_ONCE - going.length))) outgoing.begin()
  }

  #list(): void {
    this.#sending = [...this.#own].flatMap(([id, { outgoing }]) =>
      [...outgoing.values()].map((it) => [id, it] as const),
    )
  }

  #worry(text: string): void {
    this.#options.room.notices.tell(text, 'worry')
  }
}
