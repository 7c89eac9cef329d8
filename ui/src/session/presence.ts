import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeRequest } from '../protocol/NativeRequest'
import { type Reply, UNREACHABLE } from './failure'
import type { Wire } from './wire'

/** Who wants to hear what comes to a page that stands by. */
export interface PresenceListener {
  /** It stands by, for the first time or again. */
  onstanding?(): void
  onlost?(): void
  onevent?(event: NativeEvent): void
}

interface PresenceOptions {
  wire: () => Wire
  /** Under which name one can be rung. */
  name: () => string
}

/** The connection on which this page stands by at its own server, and who listens to it. */
export class Presence {
  readonly #options: PresenceOptions
  readonly #listeners: PresenceListener[] = []
  #wire: Wire | null = null
  #connected = false
  #standing = false
  #announced = ''

  constructor(options: PresenceOptions) {
    this.#options = options
  }

  /** Whether the server knows that this page stands by. */
  get standing(): boolean {
    return this.#standing
  }

  listen(listener: PresenceListener): void {
    this.#listeners.push(listener)
  }

  open(): void {
    if (this.#wire !== null) return
    const wire = this.#options.wire()
    this.#wire = wire
    wire.open({
      onconnect: () => {
        this.#connected = true
        void this.#announce()
      },
      ondisconnect: () => {
        this.#lose()
      },
      onevent: (_sequence, event) => {
        for (const listener of this.#listeners) listener.onevent?.(event)
      },
      onrefused: () => {
        this.#lose()
      },
    })
  }

  /** The name may have changed. */
  async rename(): Promise<void> {
    if (this.#connected && this.#options.name() !== this.#announced) await this.#announce()
  }

  request(request: NativeRequest): Promise<Reply> {
    return this.#wire?.request(request) ?? Promise.resolve(UNREACHABLE)
  }

  async #announce(): Promise<void> {
    const name = this.#options.name()
    this.#announced = name
    const reply = await this.request({ type: 'standBy', name })
    if (!reply.ok) {
      if (reply.error.code === 'unavailable') this.#wire?.reopen()
    } else if (!this.#standing) {
      this.#standing = true
      for (const listener of this.#listeners) listener.onstanding?.()
    }
  }

  #lose(): void {
    this.#connected = false
    this.#standing = false
    for (const listener of this.#listeners) listener.onlost?.()
  }
}
