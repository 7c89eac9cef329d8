import type { Loop } from '../media/loopback'
import { type Flow, isLocal } from '../media/statistics'

/** What was found out before a call. */
export interface Facts {
  /** Milliseconds until the server answered; null if it did not. */
  answer: number | null
  loop: Loop
  microphone: boolean
  camera: boolean
}

export type Verdict = 'good' | 'doubtful' | 'bad'

/** One thing that was looked at; what to say of it is in the catalogue, under its name. */
export type Finding =
  | { topic: 'server'; found: 'answers' | 'slow'; milliseconds: number }
  | { topic: 'server'; found: 'silent' }
  | { topic: 'connection'; found: 'made' | 'blocked' }
  | { topic: 'address'; found: 'local' | 'public'; address: string }
  | { topic: 'address'; found: 'hidden' }
  | { topic: 'sound' | 'picture'; found: 'arrives' | 'lost' | 'off'; flow: Flow | null }

// From here on, people notice that the server takes its time.
const SLOW = 300

/** What the facts say about the call to come. */
export function judge({ answer, loop, microphone, camera }: Facts): readonly Finding[] {
  const findings: Finding[] = [
    serverFinding(answer),
    { topic: 'connection', found: loop.connected ? 'made' : 'blocked' },
  ]
  // Without a connection nothing can arrive, and saying so thrice helps nobody.
  if (!loop.connected) return findings
  findings.push(
    media('sound', microphone, flowOf(loop, 'microphone')),
    media('picture', camera, flowOf(loop, 'camera')),
    addressFinding(loop.path?.address ?? null),
  )
  return findings
}

export function verdictOf({ found }: Finding): Verdict {
  switch (found) {
    case 'answers':
    case 'made':
    case 'arrives':
    case 'local':
    case 'hidden':
      return 'good'
    case 'slow':
    case 'off':
    case 'public':
      return 'doubtful'
    case 'silent':
    case 'blocked':
    case 'lost':
      return 'bad'
    default:
      return found satisfies never
  }
}

function serverFinding(answer: number | null): Finding {
  if (answer === null) return { topic: 'server', found: 'silent' }
  return { topic: 'server', found: answer > SLOW ? 'slow' : 'answers', milliseconds: answer }
}

function media(topic: 'sound' | 'picture', on: boolean, flow: Flow | null): Finding {
  if (!on) return { topic, found: 'off', flow: null }
  return { topic, found: flow === null ? 'lost' : 'arrives', flow }
}

function flowOf({ statistics }: Loop, slot: Flow['slot']): Flow | null {
  const flows = statistics?.flows ?? []
  return flows.find((it) => it.slot === slot && it.packets > 0) ?? null
}

/** Browsers give a name that means nothing in its place, to pages that may not use devices. */
function addressFinding(address: string | null): Finding {
  if (address === null || address.endsWith('.local')) return { topic: 'address', found: 'hidden' }
  return { topic: 'address', found: isLocal(address) ? 'local' : 'public', address }
}
