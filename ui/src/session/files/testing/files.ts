import { createHash } from 'node:crypto'

import type { Digest } from '../../../media/files/digest'
import type { Pipe, PipeListener } from '../../../media/pipe'
import type { Sink } from '../../../media/files/sink'
import type { FilesOptions } from '../files.svelte'

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** SHA-256 as it is counted beside the page. */
export function fakeDigest(): Digest {
  const hash = createHash('sha256')
  return {
    async add(bytes) {
      await Promise.resolve()
      hash.update(new Uint8Array(bytes))
    },
    hex: () => Promise.resolve(hash.copy().digest('hex')),
    close: () => undefined,
  }
}

/** A disk that a test looks at. */
export class FakeSink implements Sink {
  readonly parts: Uint8Array[] = []
  kept = false
  discarded = false
  /** It is full after so many bytes. */
  room = Number.POSITIVE_INFINITY
  #length = 0

  get bytes(): Uint8Array {
    return Buffer.concat(this.parts)
  }

  async write(bytes: ArrayBuffer): Promise<void> {
    await Promise.resolve()
    this.#length += bytes.byteLength
    if (this.#length > this.room) throw new Error('full')
    this.parts.push(new Uint8Array(bytes))
  }

  hash(): Promise<string> {
    return Promise.resolve(sha256(this.bytes))
  }

  keep(): Promise<Blob | null> {
    this.kept = true
    return Promise.resolve(new Blob(this.parts.map((part) => new Uint8Array(part))))
  }

  discard(): Promise<void> {
    this.discarded = true
    return Promise.resolve()
  }
}

/** Both ends of a way; what goes in at one comes out at the other. */
export class FakeWay {
  readonly ends: readonly [FakePipe, FakePipe]

  constructor(one: PipeListener, other: PipeListener) {
    const ends = [new FakePipe(), new FakePipe()] as const
    ends[0].leadsTo(other, ends[1])
    ends[1].leadsTo(one, ends[0])
    this.ends = ends
    queueMicrotask(() => {
      one.onopen()
    })
  }

  /** It breaks, and both hear of it. */
  cut(): void {
    for (const end of this.ends) end.break()
  }
}

export class FakePipe implements Pipe {
  readonly largest = 16_384
  /** How many bytes still get through before it breaks. */
  last = Number.POSITIVE_INFINITY
  /** How many bytes get through before the others have to wait. */
  room = Number.POSITIVE_INFINITY
  #waiting: (() => void)[] = []
  closed = false
  #to: PipeListener | null = null
  #other: FakePipe | null = null

  leadsTo(listener: PipeListener, other: FakePipe): void {
    this.#to = listener
    this.#other = other
  }

  note(text: string): void {
    if (!this.closed) queueMicrotask(() => this.#to?.onnote(text))
  }

  async push(bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    await Promise.resolve()
    if (this.room < bytes.length) await new Promise<void>((go) => this.#waiting.push(go))
    this.room -= bytes.length
    if (this.closed) return false
    if (this.last < bytes.length) {
      this.break()
      this.#other?.break()
      return false
    }
    this.last -= bytes.length
    const copy = bytes.slice().buffer
    queueMicrotask(() => this.#to?.onbytes(copy))
    return true
  }

  /** From now on so many bytes get through, and the others wait. */
  hold(room: number): void {
    this.room = room
  }

  /** All that waits gets through. */
  release(): void {
    this.room = Number.POSITIVE_INFINITY
    for (const go of this.#waiting.splice(0)) go()
  }

  close(): void {
    this.release()
    if (this.closed) return
    this.closed = true
    this.#other?.break()
  }

  break(): void {
    this.release()
    if (this.closed) return
    this.closed = true
    // The end hears of it: what leads to this one is the other's listener.
    queueMicrotask(() => this.#other?.heardBreak())
  }

  heardBreak(): void {
    this.#to?.onclose()
  }
}

/** A page that has no use for files. */
export const noFiles: Pick<FilesOptions, 'kept' | 'openSink' | 'newDigest' | 'save'> = {
  kept: {
    arrived: () => Promise.reject(new Error('nothing is kept')),
    putFile: () => Promise.reject(new Error('nothing is kept')),
    finishFile: () => Promise.reject(new Error('nothing is kept')),
    fileFrom: () => Promise.reject(new Error('nothing is kept')),
  },
  openSink: () => Promise.resolve('cancelled'),
  newDigest: fakeDigest,
  save: () => undefined,
}
