import type { Meeting } from '../../session/meeting.svelte'
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
export function emojis(meeting: Meeting): MenuEmoji[] {
  return EMOJIS.map(([emoji, label]) => ({
    emoji,
    label,
    choose: () => meeting.react(emoji),
  }))
}
