import type { NativeEvent } from '../protocol/NativeEvent'
import type { Media } from '../protocol/Media'
import type { Policy } from '../protocol/Policy'
import { say } from '../words/speech.svelte'
import type { Kind } from './announcements.svelte'
import type { Notice } from './notices.svelte'
import type { People } from './people.svelte'

interface News extends Pick<Notice, 'text' | 'tone'> {
  kind: Kind | null
}

/** What to tell the user of an event, judged by how things were before it. */
export function newsOf(event: NativeEvent, people: People): News | null {
  const you = people.me?.id
  switch (event.type) {
    case 'joined':
      return calm(say.news.joined(event.participant.name), 'joined')
    case 'left':
      return calm(say.news.departed[event.departure](people.nameOf(event.who)), 'left')
    case 'knocked':
      return calm(say.news.knocked(event.who.name), 'knocked')
    case 'handChanged':
      if (event.who === you || event.hand === null) return null
      return calm(say.news.raisedHand(people.nameOf(event.who)), 'hand')
    case 'roleChanged':
      return roleNews(event, people)
    case 'policyChanged':
      return event.by === you ? null : policyNews(event.policy, people, event.by)
    case 'rightsChanged':
      return event.who === you ? calm(say.news.rightsChanged(people.nameOf(event.by))) : null
    case 'mediaChanged': {
      const me = people.me
      if (event.who !== me?.id || event.by === null) return null
      const what = taken(me.media, event.media)
      return what === null ? null : worry(say.news.taken[what](people.nameOf(event.by)))
    }
    case 'askedToUnmute':
      return calm(say.news.askedToUnmute(people.nameOf(event.by)))
    case 'nameChanged':
      if (event.who === you && event.by === null) return null
      return calm(say.news.nameChanged(people.nameOf(event.who), event.name))
    case 'spotlightChanged':
      if (event.who === null) return null
      return calm(
        event.who === you
          ? say.news.inSpotlight.you
          : say.news.inSpotlight.other(people.nameOf(event.who)),
      )
    case 'fileOffered':
      if (event.offer.mine) return null
      return calm(say.news.fileOffered(event.offer.from.name, event.offer.name), 'offered')
    case 'codeChanged':
      return worry(say.news.codeChanged(event.code))
    case 'stopping':
      return worry(say.news.stopping)
    default:
      return null
  }
}

function roleNews(
  { who, role }: Extract<NativeEvent, { type: 'roleChanged' }>,
  people: People,
): News | null {
  if (who === people.me?.id) return calm(say.news.youAre[role])
  return role === 'host' ? calm(say.news.isHost(people.nameOf(who))) : null
}

function policyNews(policy: Policy, people: People, by: number): News | null {
  const name = people.nameOf(by)
  const before = people.policy
  if (policy.locked !== before.locked) {
    return calm(policy.locked ? say.news.locked(name) : say.news.unlocked(name))
  }
  const changed = (
    ['microphone', 'camera', 'screen', 'chat', 'files', 'keepFiles', 'notes', 'lobby'] as const
  ).find((key) => policy[key] !== before[key])
  if (changed === undefined) return null
  return calm(policy[changed] ? say.news.on[changed](name) : say.news.off[changed](name))
}

function taken(before: Media, after: Media): 'microphone' | 'camera' | 'screen' | null {
  if (before.microphone.enabled && !after.microphone.enabled) return 'microphone'
  if (before.camera.enabled && !after.camera.enabled) return 'camera'
  if (before.screen && !after.screen) return 'screen'
  return null
}

function calm(text: string, kind: Kind | null = null): News {
  return { text, tone: 'calm', kind }
}

function worry(text: string): News {
  return { text, tone: 'worry', kind: null }
}
