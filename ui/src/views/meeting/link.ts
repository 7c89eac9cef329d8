import type { ServerInfo } from '../../protocol/ServerInfo'
import { meetingPath } from '../../session/code'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** The link that others can open. What this computer calls itself leads nobody else here. */
export function linkTo(
  code: string,
  server: ServerInfo | null,
  here: Pick<Location, 'origin' | 'hostname'> = location,
): string {
  const reached = LOOPBACK.test(here.hostname) ? server?.addresses[0] : undefined
  return new URL(meetingPath(code), reached ?? here.origin).href
}
