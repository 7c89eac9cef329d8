import type { PastMeeting } from '../../protocol/PastMeeting'

const NAMED = 3

/** By what one recognises a meeting. */
export function heading({ title, people }: Pick<PastMeeting, 'title' | 'people'>): string {
  if (title !== null) return title
  if (people.length === 0) return 'Nobody came'
  const others = people.length - NAMED
  if (others < 2) return people.join(', ')
  return `${people.slice(0, NAMED).join(', ')} and ${others} others`
}
