import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Peer, type PeerState, type Sendings, type Tracks } from './peer'
import type { SignalBody } from './signal'
import { FakePeers, FakeTrack, agree } from './testing/peers'

const whole = { shrink: 1, frames: null }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** One of two clients; what it signals waits in a box until it is delivered. */
class Side {
  readonly peers: FakePeers
  readonly peer: Peer
  readonly box: SignalBody[] = []
  readonly states: PeerState[] = []
  tracks: Tracks = { microphone: null, camera: null, screen: null, screenSound: null }
  sendings: Sendings = { camera: whole, screen: whole }
  arriving: Tracks | null = null

  constructor(name: string, polite: boolean) {
    this.peers = new FakePeers(name)
    this.peer = new Peer({
      factory: this.peers,
      configuration: {},
      polite,
      tracks: () => this.tracks,
      sendings: () => this.sendings,
      send: (signal) => this.box.push(signal),
      ontracks: (tracks) => {
        this.arriving = tracks
      },
      onstate: (state) => this.states.push(state),
      onpipe: () => undefined,
    })
  }

  get connection() {
    const [connection] = this.peers.made
    if (connection === undefined) throw new Error('A peer makes its connection at once.')
    return connection
  }

  deliver(signals: SignalBody[]): void {
    for (const signal of signals) void this.peer.receive(signal)
  }
}

function pair() {
  return { ada: new Side('ada', false), ben: new Side('ben', true) }
}

/** Lets both talk until neither has anything to say. */
async function talk(a: Side, b: Side): Promise<void> {
  for (let silence = 0; silence < 3; silence++) {
    await vi.advanceTimersByTimeAsync(0)
    const [fromA, fromB] = [a.box.splice(0), b.box.splice(0)]
    if (fromA.length + fromB.length > 0) silence = 0
    a.deliver(fromB)
    b.deliver(fromA)
  }
}

describe('a peer', () => {
  it('offers microphone, camera, screen and its sound at once, in this order', async () => {
    const { ada, ben } = pair()
    const voice = new FakeTrack('audio')
    ben.tracks.microphone = voice.real
    ben.peer.offer()
    await talk(ada, ben)

    expect(agree(ada.connection, ben.connection)).toBe(true)
    const kinds = ada.connection.transceivers.map(({ receiver }) => receiver.track.kind)
    expect(kinds).toEqual(['audio', 'video', 'video', 'audio'])
    expect(ben.connection.transceivers[0]?.sender.track).toBe(voice)
    expect(ada.connection.transceivers.map(({ direction }) => direction)).toEqual(
      Array(4).fill('sendrecv'),
    )
    expect(ada.arriving?.screen).toBe(ada.connection.transceivers[2]?.receiver.track)
    expect(ada.arriving?.screenSound).toBe(ada.connection.transceivers[3]?.receiver.track)
  })

  it('switches things on and off without negotiating', async () => {
    const { ada, ben } = pair()
    ben.peer.offer()
    await talk(ada, ben)
    const screen = new FakeTrack('video')
    const sound = new FakeTrack('audio')
    ada.tracks = { ...ada.tracks, screen: screen.real, screenSound: sound.real }
    ada.peer.refresh()
    await vi.advanceTimersByTimeAsync(0)

    expect(ada.connection.transceivers[2]?.sender.track).toBe(screen)
    expect(ada.connection.transceivers[3]?.sender.track).toBe(sound)
    expect(ada.box).toEqual([])
  })

  it('sends each picture as large as it is wanted, and none that is not', async () => {
    const { ada, ben } = pair()
    ben.peer.offer()
    await talk(ada, ben)
    ada.sendings = { camera: { shrink: 4, frames: null }, screen: null }
    ada.peer.refresh()
    await vi.advanceTimersByTimeAsync(0)
    const sent = () => [1, 2].map((index) => ada.connection.transceivers[index]?.sender.shrink)
    expect(sent()).toEqual([4, null])
    ada.sendings = { camera: null, screen: whole }
    ada.peer.refresh()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent()).toEqual([null, 1])
    expect(ada.box, 'without negotiating').toEqual([])
  })

  it('survives both offering at once: the impolite one has its way', async () => {
    const { ada, ben } = pair()
    ben.peer.offer()
    await talk(ada, ben)
    ada.connection.becomes('failed')
    ben.connection.becomes('failed')
    await talk(ada, ben)

    expect(agree(ada.connection, ben.connection), 'both restarted, one after the other').toBe(true)
    expect(ada.connection.transceivers).toHaveLength(4)
    expect(ben.connection.transceivers).toHaveLength(4)
  })

  it('survives both making the first offer', async () => {
    const { ada, ben } = pair()
    ada.peer.offer()
    ben.peer.offer()
    await talk(ada, ben)

    expect(agree(ada.connection, ben.connection)).toBe(true)
    expect(ben.connection.getTransceivers(), 'its own sections gave way').toHaveLength(4)
    expect(ben.arriving?.microphone).toBe(ben.connection.getTransceivers()[0]?.receiver.track)
  })

  it('understands an offer of sound and one picture only, and adds its screen later', async () => {
    const { ada } = pair()
    const sdp = JSON.stringify({ by: 'foreigner', number: 1, kinds: ['audio', 'video'] })
    await ada.peer.receive({ description: { type: 'offer', sdp } })

    expect(ada.box[0]?.description?.type).toBe('answer')
    expect(ada.arriving?.screen).toBeNull()
    ada.tracks = { ...ada.tracks, screen: new FakeTrack('video').real }
    ada.peer.refresh()
    await vi.advanceTimersByTimeAsync(0)
    expect(ada.box[1]?.description?.type, 'a third section has to be negotiated').toBe('offer')
  })

  it('adds the sound of its screen to the three sections that older Hearths offer', async () => {
    const { ada } = pair()
    const sdp = JSON.stringify({ by: 'older', number: 1, kinds: ['audio', 'video', 'video'] })
    await ada.peer.receive({ description: { type: 'offer', sdp } })
    ada.tracks = { ...ada.tracks, screen: new FakeTrack('video').real }
    ada.peer.refresh()
    await vi.advanceTimersByTimeAsync(0)
    expect(ada.box, 'as long as it is silent there is nothing to negotiate').toHaveLength(1)
    ada.tracks = { ...ada.tracks, screenSound: new FakeTrack('audio').real }
    ada.peer.refresh()
    await vi.advanceTimersByTimeAsync(0)
    expect(ada.box[1]?.description?.type).toBe('offer')
    expect(ada.connection.transceivers).toHaveLength(4)
  })

  it('looks for another way when the connection failed, or is silent for a while', async () => {
    const { ada, ben } = pair()
    ben.peer.offer()
    await talk(ada, ben)
    ada.connection.becomes('connected')
    ada.connection.becomes('disconnected')
    await vi.advanceTimersByTimeAsync(2000)
    expect(ada.connection.restarts, 'a short silence is often over by itself').toBe(0)
    await vi.advanceTimersByTimeAsync(1000)
    expect(ada.connection.restarts).toBe(1)
    ada.connection.becomes('failed')
    expect(ada.connection.restarts).toBe(2)
    expect(ada.states).toEqual(['connected', 'reconnecting', 'reconnecting'])
  })

  it('is only revived when it is broken', async () => {
    const { ada, ben } = pair()
    ben.peer.offer()
    await talk(ada, ben)
    ada.connection.becomes('connected')
    ada.peer.revive()
    expect(ada.connection.restarts).toBe(0)
    ada.connection.becomes('disconnected')
    ada.peer.revive()
    expect(ada.connection.restarts).toBe(1)
  })

  it('shrugs off a candidate that comes too early and an answer said twice', async () => {
    vi.spyOn(console, 'debug').mockReturnValue()
    const { ada, ben } = pair()
    await ada.peer.receive({ candidate: { candidate: 'early' } })
    ben.peer.offer()
    await vi.advanceTimersByTimeAsync(0)
    ada.deliver(ben.box.splice(0))
    await vi.advanceTimersByTimeAsync(0)
    const answer = ada.box.splice(0)
    ben.deliver([...answer, ...answer])
    await talk(ada, ben)
    expect(agree(ada.connection, ben.connection)).toBe(true)
  })
})
