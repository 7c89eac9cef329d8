import type { PastMeeting } from '../../protocol/PastMeeting'
import { isolated } from '../../words/isolate'
import { list } from '../../words/list'
import { say, speech } from '../../words/speech.svelte'

const NAMED = 3

/** By what one recognises a meeting. */
export function heading({ title, people }: Pick<PastMeeting, 'title' | 'people'>): string {
  if (title !== null) return isolated(title, speech.direction)
  if (people.length === 0) return say.history.nobodyCame
  const others = people.length - NAMED
  if (others < 2) return list(people)
  return list([...people.slice(0, NAMED), say.history.others(others)])
}
