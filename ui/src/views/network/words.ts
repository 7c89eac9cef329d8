import type { KnownHost } from '../../protocol/KnownHost'
import type { Outgoing } from '../../session/standby.svelte'
import { explain } from '../../words/explain'
import { say } from '../../words/speech.svelte'

export function nameOf({ name }: { name: string | null }): string {
  return name ?? say.network.someoneNearby
}

/** What to call a computer. */
export function hostName({ name }: Pick<KnownHost, 'name'>): string {
  return name ?? say.network.unnamed
}

/** What a picture shows, by its English name. */
export function symbolName(name: string): string {
  const names: Partial<Record<string, string>> = say.symbols
  return names[name] ?? name
}

/** What has become of a ring. */
export function progress({ to, state }: Outgoing): string {
  const name = nameOf(to)
  switch (state.name) {
    case 'calling':
      return say.ring.calling
    case 'ringing':
      return say.ring.ringing
    case 'failed':
      return explain(state.failure)
    case 'ended':
      break
    default:
      return state satisfies never
  }
  switch (state.reason) {
    case 'declined':
    case 'busy':
    case 'noAnswer':
    case 'unreachable':
      return say.ring[state.reason](name)
    case 'cancelled':
    case 'elsewhere':
      return say.ring.over
    default:
      return state.reason satisfies never
  }
}

/** Which known computer holds a meeting, in words for its visitors. */
export function standing({ trust }: Pick<KnownHost, 'trust'>): 'sure' | 'unsure' {
  return trust === 'proved' || trust === 'compared' ? 'sure' : 'unsure'
}
