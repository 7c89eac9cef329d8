import type { ServerInfo } from '../../protocol/ServerInfo'
import { meetingPath } from '../../session/code'

type Here = Pick<Location, 'origin' | 'hostname'>

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The addresses at which others reach who holds a meeting, best first. What
 * this computer calls itself leads nobody else here, and nobody to a neighbour.
 */
export function addressesOf(
  server: ServerInfo | null,
  isNeighbour: boolean,
  here: Here = location,
): readonly string[] {
  const known = server?.addresses ?? []
  if (isNeighbour) return known
  if (LOOPBACK.test(here.hostname)) return known.length > 0 ? known : [here.origin]
  return [here.origin, ...known.filter((address) => address !== here.origin)]
}

/** The link that others can open. */
export function linkTo(code: string, address: string): string {
  return new URL(meetingPath(code), address).href
}
