import { list } from '../../words/list'
import { say } from '../../words/speech.svelte'

/** Says who is in, and how many more. */
export function whoIsIn(names: readonly string[]): string {
  const [first, second] = names
  if (first === undefined) return say.meeting.nobodyIn
  if (second === undefined) return say.meeting.oneIn(first)
  const others = names.length - 2
  const rest = others === 0 ? [] : [say.meeting.others(others)]
  return say.meeting.manyIn(list([first, second, ...rest]))
}
