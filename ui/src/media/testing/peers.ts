import type { PeerConnectionFactory } from '../factory'

/**
 * A peer connection that negotiates as a browser's does and sends nothing. Its
 * descriptions are JSON: who made them, how often, and the kinds of the sections.
 */
export class FakeConnection {
  signalingState: RTCSignalingState = 'stable'
  connectionState: RTCPeerConnectionState = 'new'
  localDescription: RTCSessionDescriptionInit | null = null
  remoteDescription: RTCSessionDescriptionInit | null = null
  onnegotiationneeded: (() => void) | null = null
  onicecandidate: ((event: { candidate: null }) => void) | null = null
  onconnectionstatechange: (() => void) | null = null
  readonly transceivers: FakeTransceiver[] = []
  readonly candidates: unknown[] = []
  closed = false
  restarts = 0
  /** What it says of itself, by the ids of webrtc-stats. */
  readonly stats = new Map<string, object>()
  #made = 0
  #isNeeded = false

  constructor(
    readonly name: string,
    readonly configuration: RTCConfiguration = {},
  ) {}

  addTransceiver(trackOrKind: FakeTrack | string): FakeTransceiver {
    const isKind = typeof trackOrKind === 'string'
    const transceiver = new FakeTransceiver(isKind ? trackOrKind : trackOrKind.kind)
    if (!isKind) transceiver.sender.track = trackOrKind
    this.transceivers.push(transceiver)
    this.#need()
    return transceiver
  }

  getTransceivers(): FakeTransceiver[] {
    return this.transceivers.filter(({ stopped }) => !stopped)
  }

  restartIce(): void {
    this.restarts++
    this.#need()
  }

  async setLocalDescription(): Promise<void> {
    await Promise.resolve()
    const type = this.signalingState === 'have-remote-offer' ? 'answer' : 'offer'
    if (type === 'offer') this.#isNeeded = false
    for (const [index, it] of this.getTransceivers().entries()) it.mid ??= String(index)
    const kinds = this.getTransceivers().map(({ receiver }) => receiver.track.kind)
    const sdp = JSON.stringify({ by: this.name, number: ++this.#made, kinds })
    this.localDescription = { type, sdp }
    this.#become(type === 'answer' ? 'stable' : 'have-local-offer')
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve()
    if (description.type === 'answer') {
      if (this.signalingState !== 'have-local-offer') throw new InvalidState()
      this.remoteDescription = description
      this.#become('stable')
      return
    }
    if (this.signalingState === 'have-local-offer') this.#rollBack()
    const { kinds } = JSON.parse(description.sdp ?? '') as { kinds: string[] }
    for (const [index, kind] of kinds.entries()) {
      if (this.transceivers.some(({ mid }) => mid === String(index))) continue
      const transceiver = new FakeTransceiver(kind)
      transceiver.mid = String(index)
      this.transceivers.push(transceiver)
    }
    this.remoteDescription = description
    this.#become('have-remote-offer')
  }

  async addIceCandidate(candidate: unknown): Promise<void> {
    await Promise.resolve()
    if (this.remoteDescription === null) throw new InvalidState()
    this.candidates.push(candidate)
  }

  getStats(): Promise<ReadonlyMap<string, object>> {
    return Promise.resolve(new Map(this.stats))
  }

  close(): void {
    this.closed = true
    this.signalingState = 'closed'
  }

  /** The network does something. */
  becomes(state: RTCPeerConnectionState): void {
    this.connectionState = state
    this.onconnectionstatechange?.()
  }

  #rollBack(): void {
    this.#isNeeded = true
    if (this.remoteDescription !== null) return
    for (const transceiver of this.transceivers) transceiver.mid = null
  }

  #become(state: RTCSignalingState): void {
    if (this.closed) return
    this.signalingState = state
    if (this.#isNeeded) this.#ask()
  }

  #need(): void {
    if (this.#isNeeded) return
    this.#isNeeded = true
    this.#ask()
  }

  #ask(): void {
    queueMicrotask(() => {
      if (this.#isNeeded && this.signalingState === 'stable') this.onnegotiationneeded?.()
    })
  }
}

class InvalidState extends Error {
  override readonly name = 'InvalidStateError'
}

class FakeTransceiver {
  mid: string | null = null
  direction = 'sendrecv'
  stopped = false
  readonly currentDirection = null
  readonly sender = new FakeSender()
  readonly receiver: { track: FakeTrack; getSynchronizationSources: () => never[] }

  constructor(kind: string) {
    this.receiver = { track: new FakeTrack(kind), getSynchronizationSources: () => [] }
  }

  stop(): void {
    this.stopped = true
  }
}

interface FakeEncoding {
  active: boolean
  scaleResolutionDownBy?: number | undefined
}

class FakeSender {
  track: FakeTrack | null = null
  #encoding: FakeEncoding = { active: true }

  /** By how much the picture is made smaller; null while it is not sent. */
  get shrink(): number | null {
    return this.#encoding.active ? (this.#encoding.scaleResolutionDownBy ?? 1) : null
  }

  getParameters(): { encodings: FakeEncoding[] } {
    return { encodings: [{ ...this.#encoding }] }
  }

  setParameters({ encodings }: ReturnType<FakeSender['getParameters']>): Promise<void> {
    if (encodings[0] !== undefined) this.#encoding = encodings[0]
    return Promise.resolve()
  }

  replaceTrack(track: FakeTrack | null): Promise<void> {
    this.track = track
    return Promise.resolve()
  }
}

export class FakeTrack {
  enabled = true
  readyState: MediaStreamTrackState = 'live'
  contentHint = ''
  constraints: MediaTrackConstraints = {}
  onended: (() => void) | null = null
  readonly copies: FakeTrack[] = []

  constructor(
    readonly kind: string,
    readonly label = kind,
    readonly faces?: string,
  ) {}

  stop(): void {
    this.readyState = 'ended'
  }

  clone(): FakeTrack {
    const copy = new FakeTrack(this.kind, this.label)
    copy.enabled = this.enabled
    this.copies.push(copy)
    return copy
  }

  getSettings(): MediaTrackSettings {
    if (this.faces !== undefined) return { facingMode: this.faces }
    return this.label === 'screen' ? { displaySurface: 'window' } : {}
  }

  applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
    this.constraints = constraints
    return Promise.resolve()
  }

  /** It is unplugged. */
  end(): void {
    this.stop()
    this.onended?.()
  }

  get real(): MediaStreamTrack {
    return this as unknown as MediaStreamTrack
  }
}

export class FakeStream {
  constructor(readonly tracks: FakeTrack[]) {}

  getTracks(): FakeTrack[] {
    return this.tracks
  }

  getAudioTracks(): FakeTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'audio')
  }

  getVideoTracks(): FakeTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'video')
  }

  get real(): MediaStream {
    return this as unknown as MediaStream
  }
}

/** Makes fake connections, and remembers them. */
export class FakePeers implements PeerConnectionFactory {
  readonly made: FakeConnection[] = []

  constructor(readonly name: string) {}

  connection(configuration: RTCConfiguration): RTCPeerConnection {
    const made = new FakeConnection(`${this.name}${this.made.length + 1}`, configuration)
    this.made.push(made)
    return made as unknown as RTCPeerConnection
  }

  stream(tracks: MediaStreamTrack[]): MediaStream {
    return new FakeStream(tracks as unknown as FakeTrack[]).real
  }

  /** Those that are still in use. */
  get open(): FakeConnection[] {
    return this.made.filter(({ closed }) => !closed)
  }
}

/** Whether two connections agree on what was negotiated last. */
export function agree(a: FakeConnection, b: FakeConnection): boolean {
  return (
    a.signalingState === 'stable' &&
    b.signalingState === 'stable' &&
    a.localDescription?.sdp === b.remoteDescription?.sdp &&
    b.localDescription?.sdp === a.remoteDescription?.sdp
  )
}
