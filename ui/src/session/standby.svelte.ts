import type { NativeEvent } from '../protocol/NativeEvent'
import type { Neighbour } from '../protocol/Neighbour'
import type { RingEnd } from '../protocol/RingEnd'
import type { RingKind } from '../protocol/RingKind'
import type { Refused } from '../words/explain'
import { ApiFailure } from './api'
import type { Failure } from './failure'
import type { Presence } from './presence'

type Ringing = Extract<NativeEvent, { type: 'ringing' }>

/** Someone rings. */
export type Incoming = Omit<Ringing, 'type'>

/** Whom one rings. */
export type Callee = Pick<Neighbour, 'id' | 'name'>

/** Someone is rung. */
export interface Outgoing {
  call: string
  to: Callee
  kind: RingKind
  state: RingState
}

export type RingState =
  /** It is on its way. */
  | { name: 'calling' }
  /** It is heard there. */
  | { name: 'ringing' }
  | { name: 'ended'; reason: RingEnd }
  | { name: 'failed'; failure: Refused }

export interface StandByOptions {
  presence: Presence
  /** Makes a meeting to ring someone into, and returns its code. */
  newMeeting: () => Promise<string>
  /** A ring was accepted: the meeting is at `path`, or is the own one with this code. */
  onaccepted: (where: { path: string } | { code: string }, kind: RingKind) => void
  /** Someone rings, or does no more. */
  onincoming: (incoming: Incoming | null) => void
  /** A ring of somebody else came to nothing. */
  onmissed: () => void
}

const BUSY = ['not_available', 'in_call']

/** Being there to be rung, ringing, and seeing who is on the network. */
export class StandBy {
  readonly #options: StandByOptions
  #neighbours: readonly Neighbour[] = $state.raw([])
  #known = $state(false)
  #incoming: Incoming | null = $state.raw(null)
  #outgoing: Outgoing | null = $state.raw(null)
  // The ring that one answered or that was answered; busy until it is ended.
  #talking: string | null = null

  constructor(options: StandByOptions) {
    this.#options = options
    options.presence.listen({
      onevent: (event) => {
        this.#hear(event)
      },
      onlost: () => {
        this.#lose()
      },
    })
  }

  /** Everyone on the network, as last heard. */
  get neighbours(): readonly Neighbour[] {
    return this.#neighbours
  }

  /** Whether the server has said who is on the network. */
  get known(): boolean {
    return this.#known
  }

  get incoming(): Incoming | null {
    return this.#incoming
  }

  get outgoing(): Outgoing | null {
    return this.#outgoing
  }

  /** Makes a meeting and rings someone into it. */
  async ring(to: Callee, kind: RingKind): Promise<void> {
    if (this.#outgoing !== null && !isOver(this.#outgoing.state)) return
    const ringing: Outgoing = { call: '', to, kind, state: { name: 'calling' } }
    this.#outgoing = ringing
    let call: string
    try {
      call = await this.#options.newMeeting()
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure
      if (this.#outgoing === ringing) this.#fail(failure)
      return
    }
    // They shall see who rings, though the name was typed just now.
    await this.#options.presence.rename()
    // One may have given up meanwhile.
    if (this.#outgoing !== ringing) return
    this.#outgoing = { ...ringing, call }
    const failure = await this.#ask({ type: 'ring', call, to: to.id, kind })
    if (failure === null || !this.#rings(call)) return
    if (BUSY.includes(failure.code)) this.#end(call, 'busy')
    else if (failure.code === 'not_online') this.#end(call, 'unreachable')
    else this.#fail(failure)
  }

  /** Gives up ringing. */
  async cancel(): Promise<void> {
    const call = this.#outgoing?.call
    this.#outgoing = null
    if (call !== undefined && call !== '') await this.#ask({ type: 'endRing', call })
  }

  /** Has read how the ring ended. */
  dismiss(): void {
    if (this.#outgoing !== null && isOver(this.#outgoing.state)) this.#outgoing = null
  }

  async accept(kind: RingKind): Promise<void> {
    const ringing = this.#incoming
    if (ringing === null) return
    this.#hush()
    this.hangUp()
    const { call, path } = ringing
    const failure = await this.#ask({ type: 'answerRing', call, accept: true })
    if (failure !== null) return
    this.#talking = call
    this.#options.onaccepted({ path }, kind)
  }

  async decline(): Promise<void> {
    const call = this.#incoming?.call
    this.#hush()
    if (call !== undefined) await this.#ask({ type: 'answerRing', call, accept: false })
  }

  /** The call that was rung for is over on this side: one can be rung again. */
  hangUp(): void {
    const call = this.#talking
    this.#talking = null
    if (call !== null) void this.#ask({ type: 'endRing', call })
  }

  #hear(event: NativeEvent): void {
    switch (event.type) {
      case 'nearby':
        this.#neighbours = event.neighbours
        this.#known = true
        break
      case 'ringing': {
        const { call, from, kind, path } = event
        this.#incoming = { call, from, kind, path }
        this.#options.onincoming(this.#incoming)
        break
      }
      case 'ringStarted':
        if (this.#outgoing?.call === event.call) {
          this.#outgoing = { ...this.#outgoing, state: { name: 'ringing' } }
        }
        break
      case 'ringAccepted':
        if (this.#outgoing?.call === event.call) {
          const { call, kind } = this.#outgoing
          this.#outgoing = null
          this.#talking = call
          this.#options.onaccepted({ code: call }, kind)
        }
        break
      case 'ringEnded':
        this.#ended(event.call, event.reason)
        break
      default:
        break
    }
  }

  #ended(call: string, reason: RingEnd): void {
    if (this.#talking === call) this.#talking = null
    this.#end(call, reason)
    if (this.#incoming?.call !== call) return
    this.#hush()
    if (reason !== 'elsewhere' && reason !== 'declined') this.#options.onmissed()
  }

  /** Nobody rings any more. */
  #hush(): void {
    if (this.#incoming === null) return
    this.#incoming = null
    this.#options.onincoming(null)
  }

  #rings(call: string): boolean {
    return this.#outgoing?.call === call
  }

  /** Says how one's own ring ended. */
  #end(call: string, reason: RingEnd): void {
    if (this.#outgoing?.call !== call) return
    this.#outgoing = { ...this.#outgoing, state: { name: 'ended', reason } }
  }

  #fail(failure: Refused): void {
    if (this.#outgoing === null) return
    this.#outgoing = { ...this.#outgoing, state: { name: 'failed', failure } }
  }

  /** With the connection go all rings; whoever is in a meeting stays there. */
  #lose(): void {
    this.#known = false
    this.#neighbours = []
    this.#hush()
    this.#talking = null
    if (this.#outgoing !== null && !isOver(this.#outgoing.state)) {
      this.#end(this.#outgoing.call, 'unreachable')
    }
  }

  async #ask(request: Parameters<Presence['request']>[0]): Promise<Failure | null> {
    const reply = await this.#options.presence.request(request)
    return reply.ok ? null : reply.error
  }
}

function isOver(state: RingState): boolean {
  return state.name === 'ended' || state.name === 'failed'
}
