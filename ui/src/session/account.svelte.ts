import type { Account as Details } from '../protocol/Account'
import type { SignIn } from '../protocol/SignIn'
import type { SignUp } from '../protocol/SignUp'
import type { SignedIn } from '../protocol/SignedIn'
import type { SpentTicket } from '../protocol/SpentTicket'
import { type Api, ApiFailure } from './api'
import type { Identity } from './identity'

/** The account that this browser is signed in to, if any. */
export class Account {
  readonly #api: Api
  readonly #identity: Identity
  readonly #onchange: () => void
  #details: Details | null = $state.raw(null)

  constructor(api: Api, identity: Identity, onchange: () => void) {
    this.#api = api
    this.#identity = identity
    this.#onchange = onchange
  }

  /** `null` for a guest. */
  get details(): Details | null {
    return this.#details
  }

  /** Asks the server who this is. Never fails: who cannot be recognised is a guest. */
  async load(): Promise<void> {
    if (!this.#identity.isSignedIn) return
    try {
      const { account } = await this.#api.me()
      this.#details = account
    } catch {
      this.#details = null
    }
  }

  /** Throws an {@link ApiFailure}, as do the next two. */
  async signUp(details: SignUp): Promise<void> {
    this.#become(await this.#api.signUp(details))
  }

  async signIn(details: SignIn): Promise<void> {
    this.#become(await this.#api.signIn(details))
  }

  /** Goes on as whoever issued the ticket, in another browser or window. */
  async spendTicket(ticket: string): Promise<SpentTicket> {
    const spent = await this.#api.spendTicket(ticket)
    this.#become(spent.session)
    return spent
  }

  async signOut(): Promise<void> {
    try {
      await this.#api.signOut()
    } catch (failure) {
      // A session that the server forgot is over as well.
      if (!(failure instanceof ApiFailure) || failure.code !== 'signed_out') throw failure
    }
    this.#identity.signOut()
    this.#details = null
    this.#onchange()
  }

  #become({ token, me }: SignedIn): void {
    this.#identity.signIn(token)
    this.#details = me.account
    this.#onchange()
  }
}
