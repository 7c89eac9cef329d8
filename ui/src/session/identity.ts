import type { Memory } from './storage'

const GUEST = 'hearth.guest'
const SESSION = 'hearth.session'

/** What proves to a server who someone is. */
export interface Credential {
  /** Sent as `Authorization: Bearer`, and when a socket connects. */
  readonly token: string
  /** The server does not take the token any more. */
  signOut(): void
}

/** Who this browser is to its own server: someone signed in, or a guest by a secret of its own. */
export class Identity implements Credential {
  readonly #memory: Memory

  constructor(memory: Memory) {
    this.#memory = memory
  }

  get token(): string {
    return this.#session ?? guestSecret(this.#memory, GUEST)
  }

  get isSignedIn(): boolean {
    return this.#session !== null
  }

  signIn(token: string): void {
    this.#memory.set(SESSION, token)
  }

  signOut(): void {
    this.#memory.remove(SESSION)
  }

  get #session(): string | null {
    const token = this.#memory.get(SESSION)
    return token?.startsWith('s.') === true ? token : null
  }
}

/**
 * Who this browser is to a neighbour's server: a guest by a secret that no other
 * server knows, so that none can act as its guest elsewhere.
 */
export class GuestOf implements Credential {
  readonly #memory: Memory
  readonly #key: string

  constructor(memory: Memory, host: string) {
    this.#memory = memory
    this.#key = `${GUEST}.${host}`
  }

  get token(): string {
    return guestSecret(this.#memory, this.#key)
  }

  signOut(): void {
    this.#memory.remove(this.#key)
  }
}

function guestSecret(memory: Memory, key: string): string {
  const kept = memory.get(key)
  if (kept !== null && /^g\.[\w-]{43}$/.test(kept)) return kept
  const made = `g.${base64url(crypto.getRandomValues(new Uint8Array(32)))}`
  memory.set(key, made)
  return made
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
