import type { KnownHost } from '../../protocol/KnownHost'
import type { Place } from '../../protocol/Place'
import type { Trust } from '../../protocol/Trust'
import { UNNAMED } from '../../session/nearby'
import type { Outgoing } from '../../session/standby.svelte'

export function nameOf({ name }: { name: string | null }): string {
  return name ?? UNNAMED
}

/** What to call a computer. */
export function hostName({ name }: Pick<KnownHost, 'name'>): string {
  return name ?? 'Unnamed computer'
}

/** How sure it is who a computer is. */
export const TRUST: Record<Trust, string> = {
  proved: 'Proved by the code of a meeting',
  notCompared: 'Symbols not yet compared',
  compared: 'Symbols compared',
  changed: 'Has another identity than it had',
}

/** Where a meeting was sought. */
export const PLACE: Record<Place, string> = {
  here: 'Here',
  network: 'On the network',
  remembered: 'Known computer',
  configured: 'Server from your settings',
}

/** What has become of a ring. */
export function progress({ to, state }: Outgoing): string {
  const name = nameOf(to)
  switch (state.name) {
    case 'calling':
      return 'Reaching them…'
    case 'ringing':
      return 'It rings there.'
    case 'failed':
      return state.message
    case 'ended':
      break
    default:
      return state satisfies never
  }
  switch (state.reason) {
    case 'declined':
      return `${name} declined.`
    case 'busy':
      return `${name} is in another call. Try again later.`
    case 'noAnswer':
      return `${name} did not answer, and will see that you rang.`
    case 'unreachable':
      return `${name} cannot be reached any more. Check that their computer is on and on your network.`
    case 'cancelled':
    case 'elsewhere':
      return 'The call is over.'
    default:
      return state.reason satisfies never
  }
}

/** Which known computer holds a meeting, in words for its visitors. */
export function standing({ trust }: Pick<KnownHost, 'trust'>): 'sure' | 'unsure' {
  return trust === 'proved' || trust === 'compared' ? 'sure' : 'unsure'
}
