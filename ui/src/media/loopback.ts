import type { PeerConnectionFactory } from './factory'
import type { Slot } from './slots'
import { type Path, type Statistics, compare, read } from './statistics'

/** What became of what a page sent to itself, as in a call. */
export interface Loop {
  /** Whether the two ends of it found each other. */
  connected: boolean
  /** What arrived last; null when nothing did. */
  statistics: Statistics | null
  path: Path | null
}

const ASK_EVERY = 500
const PATIENCE = 12_000
// As much as shows that it goes on after the first key frame.
const ENOUGH_FRAMES = 5
const ENOUGH_PACKETS = 20

/** Sends tracks from one connection of this page to another, until they flow or time is up. */
export async function loopBack(
  factory: PeerConnectionFactory,
  tracks: readonly MediaStreamTrack[],
): Promise<Loop> {
  const [near, far] = [factory.connection({}), factory.connection({})]
  try {
    pass(near, far)
    pass(far, near)
    for (const track of tracks) near.addTransceiver(track, { direction: 'sendonly' })
    // There is always something to connect for.
    if (tracks.length === 0) near.addTransceiver('audio', { direction: 'sendonly' })
    await near.setLocalDescription()
    await far.setRemoteDescription(described(near))
    await far.setLocalDescription()
    await near.setRemoteDescription(described(far))
    return await watched(far, tracks.length)
  } finally {
    near.close()
    far.close()
  }
}

async function watched(far: RTCPeerConnection, expected: number): Promise<Loop> {
  const slots = new Map<string, Slot>()
  for (const { mid, receiver } of far.getTransceivers()) {
    if (mid !== null) slots.set(mid, receiver.track.kind === 'audio' ? 'microphone' : 'camera')
  }
  let before = read(await far.getStats(), slots)
  let statistics: Statistics | null = null
  for (let waited = 0; waited < PATIENCE; waited += ASK_EVERY) {
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY))
    const now = read(await far.getStats(), slots)
    statistics = compare(before, now)
    before = now
    const flowing = [...now.streams.values()].filter(({ packets, frames, slot }) =>
      slot === 'camera' ? (frames ?? 0) >= ENOUGH_FRAMES : packets >= ENOUGH_PACKETS,
    )
    if (now.path !== null && flowing.length >= expected) break
  }
  return { connected: before.path !== null, statistics, path: before.path }
}

/** Candidates that come before the description of their own end wait for it. */
function pass(from: RTCPeerConnection, to: RTCPeerConnection): void {
  const waiting: (RTCIceCandidate | null)[] = []
  const hand = (candidate: RTCIceCandidate | null) => {
    to.addIceCandidate(candidate).catch((error: unknown) => {
      console.debug('A candidate could not be used.', error)
    })
  }
  from.onicecandidate = ({ candidate }) => {
    if (to.remoteDescription === null) waiting.push(candidate)
    else hand(candidate)
  }
  to.onsignalingstatechange = () => {
    if (to.remoteDescription !== null) for (const it of waiting.splice(0)) hand(it)
  }
}

function described({ localDescription }: RTCPeerConnection): RTCSessionDescriptionInit {
  if (localDescription === null) throw new Error('It was set before.')
  return localDescription
}
