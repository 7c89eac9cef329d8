import type { Room } from '../../session/room.svelte'
import { say } from '../../words/speech.svelte'
import type { MenuEmoji } from '../parts/menu'

const EMOJIS = [
  ['👍', 'thumbsUp'],
  ['❤️', 'heart'],
  ['😂', 'laughter'],
  ['🎉', 'celebration'],
  ['👏', 'applause'],
  ['😮', 'surprise'],
] as const

/** What one can show for a moment. */
export function emojis(room: Room): MenuEmoji[] {
  return EMOJIS.map(([emoji, name]) => ({
    emoji,
    label: say.call.reactions[name],
    choose: () => room.react(emoji),
  }))
}
