import { ApiFailure } from '../api'
import type { Arrival } from './arrival.svelte'
import { type KeptFiles, isPassing } from './kept'

const RETRY_AFTER = 2000

/** A file that a server keeps, on its way here. */
export class Download {
  readonly arrival: Arrival
  readonly #kept: KeptFiles
  readonly #code: () => string
  readonly #file: number
  readonly #onrefused: (failure: ApiFailure) => void
  #reading: AbortController | null = null

  constructor(
    arrival: Arrival,
    kept: KeptFiles,
    code: () => string,
    file: number,
    onrefused: (failure: ApiFailure) => void,
  ) {
    this.arrival = arrival
    this.#kept = kept
    this.#code = code
    this.#file = file
    this.#onrefused = onrefused
  }

  go(): void {
    if (this.#reading === null) void this.#read()
  }

  pause(): void {
    this.#halt()
    this.arrival.become('paused')
  }

  async cancel(): Promise<void> {
    this.#halt()
    await this.arrival.stop('cancelled')
  }

  #halt(): void {
    this.#reading?.abort()
    this.#reading = null
  }

  async #read(): Promise<void> {
    const reading = new AbortController()
    this.#reading = reading
    // Asked anew each time, as it can change while something is awaited.
    const isOn = () => this.#reading === reading && !this.arrival.isOver
    while (isOn()) {
      try {
        const { sha256 } = await this.#kept.arrived(this.#code(), this.#file)
        const from = this.arrival.received
        const { signal } = reading
        const stream = await this.#kept.fileFrom(this.#code(), this.#file, from, signal)
        this.arrival.become('coming')
        const reader = stream.getReader()
        for (;;) {
          const { done, value } = await reader.read()
          if (!isOn()) return
          if (done) break
          // One chunk after the other: what is not written yet is not fetched either.
          await this.arrival.take(ownBuffer(value))
        }
        if (isOn()) await this.arrival.finish(sha256 ?? '')
        return
      } catch (failure) {
        if (!isOn()) return
        if (failure instanceof ApiFailure && !isPassing(failure.code)) {
          this.#onrefused(failure)
          await this.arrival.stop('refused')
          return
        }
        this.arrival.become('lost')
        await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
      }
    }
  }
}

function ownBuffer(bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const isAll = bytes.byteLength === bytes.buffer.byteLength
  return isAll ? bytes.buffer : bytes.slice().buffer
}
