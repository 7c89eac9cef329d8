import type { Memory } from './storage'

const GUEST = 'hearth.guest'
const SESSION = 'hearth.session'

/** Who this browser is to the server: someone signed in, or a guest by a secret of its own. */
export class Identity {
  readonly #memory: Memory

  constructor(memory: Memory) {
    this.#memory = memory
  }

  /** Sent as `Authorization: Bearer`, and when a socket connects. */
  get token(): string {
    return this.#session ?? this.#guest
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

  get #guest(): string {
    const kept = this.#memory.get(GUEST)
    if (kept !== null && /^g\.[\w-]{43}$/.test(kept)) return kept
    const made = `g.${base64url(crypto.getRandomValues(new Uint8Array(32)))}`
    this.#memory.set(GUEST, made)
    return made
  }
}

function base64url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
