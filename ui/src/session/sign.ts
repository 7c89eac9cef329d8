import type { Meeting } from './meeting.svelte'

/** What a tab shows of its call to who looks at another one; the most urgent first. */
export type Sign = 'reconnecting' | 'knocking' | 'muted' | 'live'

export interface Seen {
  sign: Sign
  /** Messages that were not looked at. */
  unread: number
}

type Shown = Pick<Meeting, 'link' | 'room'> & { devices: { microphone: { on: boolean } } }

/** What a meeting that one is in shows. */
export function seenOf({ link, room, devices }: Shown): Seen {
  const { unread } = room
  if (link.state === 'reconnecting') return { sign: 'reconnecting', unread }
  if (room.people.waiting.length > 0) return { sign: 'knocking', unread }
  return { sign: devices.microphone.on ? 'live' : 'muted', unread }
}
