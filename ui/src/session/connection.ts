import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeRequest } from '../protocol/NativeRequest'
import type { Seat } from '../protocol/Seat'
import { type Failure, type Reply, UNREACHABLE, isPassing } from './failure'
import type { Wire } from './wire'

export interface ConnectionListener {
  onevent(event: NativeEvent): void
  /** A seat was taken; `entered` when it is a new one, so that one looks on again. */
  onseated(seat: Seat, entered: boolean): void
  onlost(): void
  /** The meeting, or the server, does not let one in. */
  onrefused(failure: Failure): void
  /** The server has not been reached for too long. */
  ongone(): void
}

interface Letter {
  to: number
  payload: unknown
}

/** For how many milliseconds the server keeps the seat of who lost the connection. */
export const SEAT_KEPT = 30_000
const MOST_LETTERS = 2000

/** A seat in a meeting that is kept through lost connections. */
export class Connection {
  readonly #wire: Wire
  readonly #code: string
  readonly #listener: ConnectionListener
  #seat: Seat | null
  // The last event heard; null before the first, as after a reload.
  #heard: number | null = null
  #state: 'lost' | 'seated' | 'closed' = 'lost'
  // Counts attempts to sit, as the answer to an earlier one no longer matters.
  #attempt = 0
  #gone: ReturnType<typeof setTimeout> | undefined
  // Signals that the server has not acknowledged, in order.
  #letters: Letter[] = []

  constructor(wire: Wire, code: string, seat: Seat | null, listener: ConnectionListener) {
    this.#wire = wire
    this.#code = code
    this.#seat = seat
    this.#listener = listener
  }

  open(): void {
    this.#awaitReturn()
    this.#wire.open({
      onconnect: () => void this.#sit(),
      ondisconnect: () => {
        this.#lose()
      },
      onevent: (sequence, event) => {
        this.#hear(sequence, event)
      },
      onrefused: (message) => {
        if (this.#state !== 'closed') this.#listener.onrefused({ code: 'unavailable', message })
      },
    })
  }

  close(): void {
    this.#silence()
    this.#wire.close()
  }

  /** Gives the seat up. */
  async leave(): Promise<void> {
    const isSeated = this.#state === 'seated'
    this.#silence()
    if (isSeated) await this.#wire.request({ type: 'leave' })
    this.#wire.close()
  }

  async request(request: NativeRequest): Promise<Reply> {
    return this.#state === 'seated' ? this.#wire.request(request) : UNREACHABLE
  }

  /** Signals to another participant, again after a lost connection if need be. */
  signal(to: number, payload: unknown): void {
    if (this.#letters.length >= MOST_LETTERS) return
    const letter = { to, payload }
    this.#letters.push(letter)
    if (this.#state === 'seated') void this.#post(letter)
  }

  /** Takes the seat back, or a new one. */
  async #sit(): Promise<void> {
    const attempt = ++this.#attempt
    const code = this.#code
    const after = this.#heard
    let reply: Reply | null = null
    if (this.#seat !== null) {
      const { token } = this.#seat
      reply = await this.#wire.request({ type: 'resume', code, token, after })
      if (attempt !== this.#attempt) return
    }
    const isNew = reply === null || (!reply.ok && reply.error.code === 'unknown_token')
    if (isNew) {
      this.#seat = null
      this.#heard = null
      this.#letters = []
      reply = await this.#wire.request({ type: 'enter', code })
      if (attempt !== this.#attempt) return
    }
    this.#answered(reply ?? UNREACHABLE, isNew)
  }

  #answered(reply: Reply, entered: boolean): void {
    if (!reply.ok && !isPassing(reply.error)) {
      this.#listener.onrefused(reply.error)
      return
    }
    if (!reply.ok || reply.seat === undefined) {
      this.#wire.reopen()
      return
    }
    this.#seat = reply.seat
    this.#state = 'seated'
    clearTimeout(this.#gone)
    this.#listener.onseated(reply.seat, entered)
    for (const letter of this.#letters) void this.#post(letter)
  }

  #hear(sequence: number, event: NativeEvent): void {
    if (this.#state === 'closed') return
    // A notice of the server itself has no number.
    if (sequence > 0) {
      if (this.#heard !== null && sequence <= this.#heard) return
      this.#heard = sequence
    }
    // What was signalled before is of a past life.
    if (event.type === 'welcome') this.#letters = []
    this.#listener.onevent(event)
  }

  async #post(letter: Letter): Promise<void> {
    const reply = await this.#wire.request({ type: 'signal', ...letter })
    const passing = !reply.ok && isPassing(reply.error)
    if (!passing) this.#letters = this.#letters.filter((it) => it !== letter)
  }

  #lose(): void {
    if (this.#state === 'closed') return
    if (this.#state === 'seated') this.#awaitReturn()
    this.#state = 'lost'
    this.#attempt++
    this.#listener.onlost()
  }

  #silence(): void {
    this.#state = 'closed'
    this.#attempt++
    this.#letters = []
    clearTimeout(this.#gone)
  }

  #awaitReturn(): void {
    clearTimeout(this.#gone)
    this.#gone = setTimeout(() => {
      this.#listener.ongone()
    }, SEAT_KEPT)
  }
}
