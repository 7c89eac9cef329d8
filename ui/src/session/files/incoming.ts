import type { Pipe, PipeListener } from '../../media/pipe'
import type { Arrival } from './arrival.svelte'
import { BLOCK } from './bounds'
import { type Note, readNote, spell } from './notes'

/** Opens a way to who offers the file; null while there is none. */
export type Open = (listener: PipeListener) => Pipe | null

/** A file that comes straight from who offers it. */
export class Incoming implements PipeListener {
  readonly arrival: Arrival
  readonly #open: Open
  #pipe: Pipe | null = null
  #paused = false
  #told = 0

  constructor(arrival: Arrival, open: Open) {
    this.arrival = arrival
    this.#open = open
  }

  /** Looks for a way, unless there is one. */
  reach(): void {
    if (this.#pipe === null && !this.arrival.isOver) this.#pipe = this.#open(this)
  }

  /** The connection that the way led over is no more. */
  lose(): void {
    this.#pipe?.close()
    this.#pipe = null
    this.arrival.become('lost')
  }

  pause(): void {
    this.#setPaused(true)
    this.#tell({ type: 'pause' })
  }

  go(): void {
    this.#setPaused(false)
    this.#tell({ type: 'go' })
  }

  async cancel(): Promise<void> {
    this.#tell({ type: 'stop', reason: 'cancelled' })
    await this.arrival.stop('cancelled')
    this.#pipe = null
  }

  onopen(): void {
    this.#tell({ type: 'ask', from: this.arrival.received, paused: this.#paused })
    this.#show()
  }

  onbytes(bytes: ArrayBuffer): void {
    if (this.arrival.state === 'lost') this.#show()
    void this.#take(bytes)
  }

  onclose(): void {
    this.#pipe = null
    this.arrival.become('lost')
  }

  onnote(text: string): void {
    const note = readNote(text)
    switch (note?.type) {
      case 'pause':
      case 'go':
        this.#setPaused(note.type === 'pause')
        break
      case 'end':
        void this.#finish(note.sha256)
        break
      case 'stop':
        void this.arrival.stop(note.reason)
        break
      default:
        break
    }
  }

  async #take(bytes: ArrayBuffer): Promise<void> {
    const written = await this.arrival.take(bytes)
    const { state, received } = this.arrival
    if (state === 'stopped') {
      this.#tell({ type: 'stop', reason: 'cancelled' })
      return
    }
    if (written - this.#told < BLOCK && written < received) return
    this.#told = written
    this.#tell({ type: 'got', bytes: written })
  }

  async #finish(sha256: string): Promise<void> {
    const whole = await this.arrival.finish(sha256)
    // Who sent it ends the way.
    if (this.arrival.state === 'stopped') this.#tell({ type: 'stop', reason: 'cancelled' })
    else this.#tell({ type: 'done', whole })
  }

  #setPaused(paused: boolean): void {
    this.#paused = paused
    if (this.#pipe !== null) this.#show()
  }

  #show(): void {
    this.arrival.become(this.#paused ? 'paused' : 'coming')
  }

  #tell(note: Note): void {
    this.#pipe?.note(spell(note))
  }
}
