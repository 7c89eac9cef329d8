import type { CallCard } from '../protocol/CallCard'
import type { CallState } from '../protocol/CallState'
import { meetingPath } from './code'
import type { Meeting } from './meeting.svelte'

/** What is to be seen of a call from outside; null for a meeting that is over for this page. */
export function cardOf(meeting: Meeting, seen: boolean): CallCard | null {
  const state = stateOf(meeting)
  if (state === null) return null
  const { room, phase } = meeting
  const people = phase.name === 'greenRoom' ? phase.participants.length : room.people.all.length
  return {
    path: meetingPath(meeting.code, meeting.host),
    title: meeting.title,
    state,
    since: meeting.since,
    media: meeting.devices.media,
    people,
    waiting: room.people.waiting.length,
    seen,
  }
}

function stateOf({ phase, link }: Meeting): CallState | null {
  switch (phase.name) {
    case 'connecting':
      return 'connecting'
    case 'greenRoom':
      return 'door'
    case 'waiting':
      return 'waiting'
    case 'inCall':
      return link.state === 'connected' ? 'in' : 'reconnecting'
    case 'left':
    case 'denied':
    case 'removed':
    case 'ended':
    case 'replaced':
    case 'identityChanged':
    case 'refused':
    case 'serverGone':
      return null
    default:
      return phase satisfies never
  }
}
