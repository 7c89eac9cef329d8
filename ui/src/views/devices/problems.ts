import type { Problem } from '../../media/problem'

type Kind = 'microphone' | 'camera'

/** What is wrong with a device, and what to do about it. */
export function explain(kind: Kind, problem: Problem): string {
  switch (problem) {
    case 'denied':
      return `Your browser may not use the ${kind}. Allow it by the icon beside the address, then switch it on.`
    case 'missing':
      return `No ${kind} was found. Plug one in, or come without.`
    case 'busy':
      return `Another program uses the ${kind}. Close that program, then switch it on.`
    case 'insecure':
      return `Browsers lend the ${kind} to secure pages only. Open this page by its https:// address.`
    case 'failed':
      return `The ${kind} did not start. Switch it on to try again.`
    default:
      return problem satisfies never
  }
}
