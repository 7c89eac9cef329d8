import type { Named } from '../protocol/Named'
import type { Failure } from './failure'

/** Where one stands with a meeting. */
export type Phase =
  | { name: 'connecting' }
  /** One looks on, and may join, or open the chat if one belongs to the room. */
  | {
      name: 'greenRoom'
      participants: readonly Named[]
      mustAsk: boolean
      locked: boolean
      mayRead: boolean
    }
  /** In the lobby. */
  | { name: 'waiting' }
  | { name: 'inCall' }
  | { name: 'left' }
  | { name: 'denied' }
  | { name: 'removed' }
  | { name: 'ended' }
  /** The same seat was taken in another tab or window. */
  | { name: 'replaced' }
  /** The neighbour that holds it has another identity than it had. */
  | { name: 'identityChanged' }
  | { name: 'refused'; failure: Failure }
  | { name: 'serverGone' }

/** Whether the server is there. */
export type Link = { state: 'connected' } | { state: 'reconnecting'; since: number }

/** What is shown to somebody whom the meeting does not let in. */
export function refusal(failure: Failure): Phase {
  if (failure.code === 'identity_changed') return { name: 'identityChanged' }
  if (failure.code === 'ended') return { name: 'ended' }
  if (failure.code === 'removed') return { name: 'removed' }
  return { name: 'refused', failure }
}
