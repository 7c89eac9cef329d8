import type { ServerInfo } from '../protocol/ServerInfo'
import { Api, ApiFailure } from './api'
import { hostBase } from './code'
import type { Failure } from './failure'
import { type Credential, GuestOf } from './identity'
import type { Memory } from './storage'
import { socketWire, type Wire } from './wire'

/** A server that holds meetings: one's own, or a neighbour reached through it. */
export class Site {
  readonly host: string | null
  readonly api: Api
  readonly #credential: Credential
  #server: ServerInfo | null = $state.raw(null)
  #reachable = $state(true)

  constructor(host: string | null, credential: Credential) {
    this.host = host
    this.#credential = credential
    this.api = new Api(credential, hostBase(host))
  }

  static ofNeighbour(host: string, memory: Memory): Site {
    return new Site(host, new GuestOf(memory, host))
  }

  /** Who the server is; null until it has said so. */
  get server(): ServerInfo | null {
    return this.#server
  }

  /** Whether the server answered when it was asked last. */
  get reachable(): boolean {
    return this.#reachable
  }

  /** Asks the server who it is; the failure if it does not say so. */
  async reach(): Promise<Failure | null> {
    try {
      this.#server = await this.api.server()
      this.#reachable = true
      return null
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure
      this.#reachable = false
      const code = failure.code === 'identity_changed' ? failure.code : 'unreachable'
      return { code, message: failure.message }
    }
  }

  /** A line to the server. `onrefused` is called when it does not want to talk. */
  wire(onrefused: () => void = () => undefined): Wire {
    return socketWire({
      token: () => this.#credential.token,
      base: hostBase(this.host),
      plain: !isSecureContext,
      onrefused,
    })
  }
}
