import type { NativeEvent } from '../protocol/NativeEvent'
import type { Media } from '../protocol/Media'
import type { Policy } from '../protocol/Policy'
import type { Notice } from './notices.svelte'
import type { People } from './people.svelte'

type News = Pick<Notice, 'text' | 'tone'>

/** What to tell the user of an event, judged by how things were before it. */
export function newsOf(event: NativeEvent, people: People): News | null {
  const you = people.me?.id
  switch (event.type) {
    case 'joined':
      return calm(`${event.participant.name} joined`)
    case 'left':
      return calm(`${people.nameOf(event.who)} ${DEPARTURES[event.departure]}`)
    case 'knocked':
      return calm(`${event.who.name} would like to come in`)
    case 'handChanged':
      if (event.who === you || event.hand === null) return null
      return calm(`${people.nameOf(event.who)} raised a hand`)
    case 'roleChanged':
      return roleNews(event, people)
    case 'policyChanged':
      return event.by === you ? null : policyNews(event.policy, people, event.by)
    case 'mediaChanged': {
      const me = people.me
      if (event.who !== me?.id || event.by === null) return null
      const deed = taken(me.media, event.media)
      return deed === null ? null : worry(`${people.nameOf(event.by)} ${deed}`)
    }
    case 'codeChanged':
      return worry(
        `Somebody guessed at the code. It is ${event.code} now; links sent before lead nowhere.`,
      )
    case 'stopping':
      return worry('The server is stopping. You will be back when it is.')
    default:
      return null
  }
}

const DEPARTURES = { left: 'left', lost: 'lost the connection', removed: 'was removed' }
const ROLES = { host: 'the host', coHost: 'a co-host', participant: 'a participant' }

function roleNews(
  { who, role }: Extract<NativeEvent, { type: 'roleChanged' }>,
  people: People,
): News | null {
  if (who === people.me?.id) return calm(`You are ${ROLES[role]} now`)
  return role === 'host' ? calm(`${people.nameOf(who)} is the host now`) : null
}

function policyNews(policy: Policy, people: People, by: number): News | null {
  const name = people.nameOf(by)
  const before = people.policy
  if (policy.locked !== before.locked) {
    return calm(`${name} ${policy.locked ? 'locked' : 'unlocked'} the meeting`)
  }
  const changed = (['microphone', 'camera', 'screen', 'chat', 'lobby'] as const).find(
    (key) => policy[key] !== before[key],
  )
  if (changed === undefined) return null
  return calm(`${name} switched ${SETTINGS[changed]} ${policy[changed] ? 'on' : 'off'}`)
}

const SETTINGS = {
  microphone: 'microphones',
  camera: 'cameras',
  screen: 'screen sharing',
  chat: 'the chat',
  lobby: 'the lobby',
}

function taken(before: Media, after: Media): string | null {
  if (before.microphone.enabled && !after.microphone.enabled) return 'muted you'
  if (before.camera.enabled && !after.camera.enabled) return 'turned your camera off'
  if (before.screen && !after.screen) return 'stopped your screen sharing'
  return null
}

function calm(text: string): News {
  return { text, tone: 'calm' }
}

function worry(text: string): News {
  return { text, tone: 'worry' }
}
