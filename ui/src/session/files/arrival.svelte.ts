import type { Sink } from '../../media/files/sink'
import type { StopReason } from './notes'
import { Progress } from './progress.svelte'

export type ArrivalState =
  /** Nothing has come yet. */
  | 'opening'
  | 'coming'
  | 'paused'
  /** The way is broken, and is looked for again. */
  | 'lost'
  | 'checking'
  | 'whole'
  | 'damaged'
  | 'stopped'

/** Why nothing more comes: one does not want it, the other side, or the own disk. */
export type ArrivalEnd = StopReason | 'disk' | 'refused'

/** A file that arrives here, by whatever way. */
export class Arrival {
  readonly progress: Progress
  readonly #size: number
  readonly #sink: Sink
  readonly #onchange: () => void
  #state: ArrivalState = $state('opening')
  #end: ArrivalEnd | null = $state(null)
  #file: Blob | null = $state.raw(null)
  #received = 0
  #written = 0
  #writing = Promise.resolve()

  constructor(size: number, sink: Sink, onchange: () => void) {
    this.progress = new Progress(size)
    this.#size = size
    this.#sink = sink
    this.#onchange = onchange
  }

  get state(): ArrivalState {
    return this.#state
  }

  /** Why it stopped, if it did. */
  get end(): ArrivalEnd | null {
    return this.#end
  }

  /** What is to be saved, where the browser did not write it to its place. */
  get file(): Blob | null {
    return this.#file
  }

  get isOver(): boolean {
    return this.#state === 'whole' || this.#state === 'damaged' || this.#state === 'stopped'
  }

  /** How many bytes came; those that follow are the next. */
  get received(): number {
    return this.#received
  }

  /** The way is there, or is not. */
  become(state: 'coming' | 'paused' | 'lost'): void {
    if (this.isOver || this.#state === 'checking' || this.#state === state) return
    if (state !== 'coming') this.progress.rest()
    this.#change(state)
  }

  /** Takes the next bytes; tells how many are written once they are. */
  async take(bytes: ArrayBuffer): Promise<number> {
    if (this.isOver) return this.#written
    this.#received += bytes.byteLength
    if (this.#received > this.#size) {
      await this.stop('gone')
      return this.#written
    }
    const length = bytes.byteLength
    this.#writing = this.#writing.then(async () => {
      if (this.isOver) return
      try {
        await this.#sink.write(bytes)
        this.#written += length
        this.progress.to(this.#written)
      } catch {
        await this.stop('disk')
      }
    })
    await this.#writing
    return this.#written
  }

  /** All came, and this is its checksum; whether it is what was sent. */
  async finish(sha256: string): Promise<boolean> {
    await this.#writing
    if (this.isOver || this.#state === 'checking') return false
    this.#change('checking')
    const isWhole = this.#received === this.#size && (await this.#hash()) === sha256
    // Whoever cancelled meanwhile wants it no more.
    if (this.#isStopped) return false
    if (!isWhole) {
      await this.#sink.discard()
      this.#change('damaged')
      return false
    }
    try {
      this.#file = await this.#sink.keep()
    } catch {
      await this.stop('disk')
      return false
    }
    this.progress.to(this.#size)
    this.#change('whole')
    return true
  }

  async stop(why: ArrivalEnd): Promise<void> {
    if (this.isOver) return
    this.#end = why
    this.#change('stopped')
    await this.#sink.discard()
  }

  /** What was kept until it was saved may go. */
  async forget(): Promise<void> {
    this.#file = null
    await this.stop('cancelled')
  }

  get #isStopped(): boolean {
    return this.#state === 'stopped'
  }

  async #hash(): Promise<string | null> {
    try {
      return await this.#sink.hash()
    } catch {
      return null
    }
  }

  #change(state: ArrivalState): void {
    this.#state = state
    this.#onchange()
  }
}
