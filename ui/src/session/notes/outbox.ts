import { type Failure, type Reply, isPassing } from '../failure'

// As often as others see what one writes.
const SEND_AFTER = 150
const AGAIN_AFTER = 1000

interface OutboxOptions {
  send: (update: Uint8Array) => Promise<Reply>
  merge: (updates: Uint8Array[]) => Uint8Array
  /** It was refused for good. What waits after it builds on it, and is given up, too. */
  onrefused: (failure: Failure) => void
}

/**
 * What the others have not heard yet, and the server has not acknowledged. Nothing is sent before
 * the answer to what went before, so that the server never hears of a letter without its neighbour.
 */
export class Outbox {
  readonly #options: OutboxOptions
  #waiting: Uint8Array[] = []
  // What was sent goes again as it was, as the server may have heard it.
  #sent: Uint8Array | null = null
  #isSending = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #paused = false

  constructor(options: OutboxOptions) {
    this.#options = options
  }

  /** Whether everyone has everything. */
  get empty(): boolean {
    return this.#sent === null && this.#waiting.length === 0
  }

  add(update: Uint8Array): void {
    this.#waiting.push(update)
    this.#timer ??= this.#later(SEND_AFTER)
  }

  /** Sends what waits, without waiting for more. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#isSending || this.#paused || this.empty) return
    this.#sent ??= this.#options.merge(this.#waiting.splice(0))
    this.#isSending = true
    const reply = await this.#options.send(this.#sent)
    this.#isSending = false
    if (reply.ok) {
      this.#sent = null
      if (this.#waiting.length > 0) this.#timer ??= this.#later(SEND_AFTER)
    } else if (isPassing(reply.error)) {
      this.#timer ??= this.#later(AGAIN_AFTER)
    } else {
      this.clear()
      this.#options.onrefused(reply.error)
    }
  }

  /** Nobody is there who would hear it. */
  pause(): void {
    this.#paused = true
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  resume(): void {
    this.#paused = false
    void this.flush()
  }

  /** Gives up what waits. */
  clear(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waiting = []
    this.#sent = null
  }

  #later(delay: number): ReturnType<typeof setTimeout> | undefined {
    return this.#paused ? undefined : setTimeout(() => void this.flush(), delay)
  }
}
