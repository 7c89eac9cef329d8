import type { Room } from '../../session/room.svelte'
import type { MenuEmoji } from '../parts/menu'

const EMOJIS = [
  ['👍', 'Thumbs up'],
  ['❤️', 'Heart'],
  ['😂', 'Laughter'],
  ['🎉', 'Celebration'],
  ['👏', 'Applause'],
  ['😮', 'Surprise'],
] as const

/** What one can show for a moment. */
export function emojis(room: Room): MenuEmoji[] {
  return EMOJIS.map(([emoji, label]) => ({
    emoji,
    label,
    choose: () => room.react(emoji),
  }))
}
