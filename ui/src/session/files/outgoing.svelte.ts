import type { Digest } from '../../media/files/digest'
import type { Pipe, PipeListener } from '../../media/pipe'
import { BLOCK, WINDOW } from './bounds'
import { type Note, type StopReason, readNote, spell } from './notes'
import { Progress } from './progress.svelte'

/** What a file can be read by. */
export type Source = Pick<Blob, 'size' | 'slice'>

export type OutgoingState =
  /** Others go first, or the receiver has not asked. */
  | 'waiting'
  | 'sending'
  | 'paused'
  /** The way there is broken; the receiver asks again. */
  | 'lost'
  | 'sent'
  | 'damaged'
  | 'stopped'

/** One's own file on its way to one other participant, who says from where on. */
export class Outgoing implements PipeListener {
  readonly who: number
  readonly progress: Progress
  readonly #source: Source
  readonly #digest: Digest
  readonly #onchange: () => void
  #state: OutgoingState = $state('waiting')
  #reason: StopReason | null = $state(null)
  #pipe: Pipe | null = null
  // Each ask of the receiver's is a turn; what was sent in an earlier one is over.
  #turn = 0
  #asked: { from: number } | null = null
  #mayBegin = false
  #paused = false
  #sent = 0
  #got = 0
  #hashed = 0
  #waiting: (() => void)[] = []

  constructor(who: number, source: Source, digest: Digest, onchange: () => void) {
    this.who = who
    this.progress = new Progress(source.size)
    this.#source = source
    this.#digest = digest
    this.#onchange = onchange
  }

  get state(): OutgoingState {
    return this.#state
  }

  /** Why it stopped, if it did. */
  get reason(): StopReason | null {
    return this.#reason
  }

  get isOver(): boolean {
    return this.#state === 'sent' || this.#state === 'damaged' || this.#state === 'stopped'
  }

  /** The receiver opened another way. */
  follow(pipe: Pipe): void {
    this.#pipe?.close()
    this.#turn++
    this.#asked = null
    this.#pipe = pipe
    this.#wake()
  }

  /** It is this one's turn. */
  begin(): void {
    if (this.#mayBegin) return
    this.#mayBegin = true
    this.#answer()
  }

  pause(): void {
    this.#setPaused(true)
    this.#tell({ type: 'pause' })
  }

  go(): void {
    this.#setPaused(false)
    this.#tell({ type: 'go' })
  }

  /** Sends no more of it. */
  stop(reason: StopReason): void {
    if (this.isOver) return
    this.#tell({ type: 'stop', reason })
    this.#finish('stopped', reason)
  }

  /** The connection that the way led over is no more. */
  lose(): void {
    this.#pipe = null
    this.onclose()
  }

  onopen(): void {
    // The receiver speaks first.
  }

  onbytes(): void {
    // Nothing comes back but notes.
  }

  onclose(): void {
    this.#pipe = null
    this.#turn++
    this.#asked = null
    if (this.isOver) return
    // What the receiver has written is there, whether or not it could say so.
    if (this.#got === this.#source.size && this.#sent === this.#got && this.#got > 0) {
      this.#finish('sent')
      return
    }
    if (this.#state !== 'waiting') this.#become('lost')
    this.#wake()
  }

  onnote(text: string): void {
    const note = readNote(text)
    if (note === null || this.isOver) return
    switch (note.type) {
      case 'ask':
        this.#turn++
        this.#asked = { from: note.from }
        if (this.#paused && !note.paused) this.#tell({ type: 'pause' })
        this.#paused ||= note.paused
        this.#answer()
        break
      case 'got':
        if (note.bytes <= this.#sent) this.#got = Math.max(this.#got, note.bytes)
        this.progress.to(this.#got)
        break
      case 'pause':
      case 'go':
        this.#setPaused(note.type === 'pause')
        break
      case 'done':
        this.#finish(note.whole ? 'sent' : 'damaged')
        break
      case 'stop':
        this.#finish('stopped', note.reason)
        break
      case 'end':
        break
      default:
        note satisfies never
    }
    this.#wake()
  }

  #answer(): void {
    if (this.#asked === null || !this.#mayBegin || this.isOver) return
    const { from } = this.#asked
    // Nobody has more of it than was sent, or it is another file they have.
    if (from > this.#hashed && from > 0) {
      this.stop('gone')
      return
    }
    this.#become(this.#paused ? 'paused' : 'sending')
    this.#sent = from
    this.#got = Math.min(this.#got, from)
    void this.#send(this.#turn)
  }

  async #send(turn: number): Promise<void> {
    const { size } = this.#source
    const isOn = () => turn === this.#turn && !this.isOver
    const isGoing = () => isOn() && !this.#paused
    while (isOn() && this.#sent < size) {
      if (this.#paused || this.#sent - this.#got >= WINDOW) {
        await new Promise<void>((resolve) => this.#waiting.push(resolve))
        continue
      }
      const from = this.#sent
      const block = await this.#read(from, Math.min(size, from + BLOCK))
      if (!isOn()) return
      if (block === null) {
        this.stop('changed')
        return
      }
      await this.#count(from, block)
      for (let at = 0; at < block.byteLength && isGoing();) {
        const piece = new Uint8Array(block, at, Math.min(this.#largest, block.byteLength - at))
        if (this.#pipe === null || !(await this.#pipe.push(piece))) return
        at += piece.length
        if (isOn()) this.#sent = from + at
      }
    }
    if (!isOn()) return
    const sha256 = await this.#digest.hex()
    if (isOn()) this.#tell({ type: 'end', sha256 })
  }

  get #largest(): number {
    return this.#pipe?.largest ?? BLOCK
  }

  /** Null for what cannot be read any more, or is not as long as it was. */
  async #read(from: number, to: number): Promise<ArrayBuffer | null> {
    try {
      const block = await this.#source.slice(from, to).arrayBuffer()
      return block.byteLength === to - from ? block : null
    } catch {
      return null
    }
  }

  /** Each byte counts once, however often it is sent. */
  async #count(from: number, block: ArrayBuffer): Promise<void> {
    const known = this.#hashed - from
    if (known >= block.byteLength) return
    this.#hashed = from + block.byteLength
    await this.#digest.add(block.slice(known))
  }

  #setPaused(paused: boolean): void {
    this.#paused = paused
    if (paused) this.progress.rest()
    if (this.#state === 'sending' || this.#state === 'paused') {
      this.#become(paused ? 'paused' : 'sending')
    }
    this.#wake()
  }

  #tell(note: Note): void {
    this.#pipe?.note(spell(note))
  }

  #finish(state: OutgoingState, reason: StopReason | null = null): void {
    this.#turn++
    this.#reason = reason
    this.#become(state)
    this.#digest.close()
    const pipe = this.#pipe
    this.#pipe = null
    // A last word is to get there before the way ends.
    if (reason === null) pipe?.close()
    else setTimeout(() => pipe?.close(), LAST_WORD)
    this.#wake()
  }

  #become(state: OutgoingState): void {
    if (this.#state === state) return
    this.#state = state
    if (state !== 'sending') this.progress.rest()
    this.#onchange()
  }

  #wake(): void {
    for (const go of this.#waiting.splice(0)) go()
  }
}

const LAST_WORD = 1000
