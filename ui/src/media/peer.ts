import type { Sent } from './budget'
import { resize } from './encoding'
import type { PeerConnectionFactory } from './factory'
import { largestPiece, type Pipe, type PipeListener, pipeOver } from './pipe'
import type { SignalBody } from './signal'
import { SLOTS, type Slot } from './slots'
import { type Snapshot, read } from './statistics'

export type Tracks = Record<Slot, MediaStreamTrack | null>

const PICTURES = ['camera', 'screen'] as const
/** How each picture is to be sent; null for what is not. */
export type Sendings = Record<(typeof PICTURES)[number], Sent | null>

export type PeerState = 'connecting' | 'connected' | 'reconnecting'

export interface PeerOptions {
  factory: PeerConnectionFactory
  configuration: RTCConfiguration
  /** Whether this side gives way when both offer at once. */
  polite: boolean
  /** What is to be sent now. */
  tracks: () => Tracks
  /** How the pictures are to be sent now. */
  sendings: () => Sendings
  send: (signal: SignalBody) => void
  /** Called with what the other side may send from now on. */
  ontracks: (tracks: Tracks) => void
  onstate: (state: PeerState) => void
  /** The other side opened a way, which hears who is given to it. */
  onpipe: (label: string, pipe: (listener: PipeListener) => Pipe) => void
}

// A shorter silence is often over by itself.
const PATIENCE = 2500

/**
 * A connection to one other client, negotiated as W3C WebRTC §10.7 has it. All
 * media sections are there from the first offer on, so that switching something
 * on or off only replaces a track.
 */
export class Peer {
  readonly #options: PeerOptions
  readonly #connection: RTCPeerConnection
  readonly #slots = new Map<Slot, RTCRtpTransceiver>()
  // One for all, as older clients show the stream that came last.
  readonly #stream: MediaStream
  #makingOffer = false
  #ignoringOffer = false
  #settingAnswer = false
  #wasConnected = false
  #patience: ReturnType<typeof setTimeout> | undefined

  constructor(options: PeerOptions) {
    this.#options = options
    this.#stream = options.factory.stream([])
    this.#connection = options.factory.connection(options.configuration)
    this.#connection.onnegotiationneeded = () => {
      void this.#negotiate()
    }
    this.#connection.onicecandidate = ({ candidate }) => {
      options.send({ candidate: candidate?.toJSON() ?? null })
    }
    this.#connection.onconnectionstatechange = () => {
      this.#stateChanged()
    }
    this.#connection.ondatachannel = ({ channel }) => {
      options.onpipe(channel.label, (listener) => this.#pipeOver(channel, listener))
    }
  }

  /** Makes the first offer. The other side waits for it. */
  offer(): void {
    const tracks = this.#options.tracks()
    for (const slot of SLOTS) this.#add(slot, tracks[slot])
    this.#announce()
  }

  /** Sends the tracks that are to be sent now, as large as they are to be. */
  refresh(): void {
    const tracks = this.#options.tracks()
    this.#resize()
    for (const slot of SLOTS) {
      const sender = this.#slots.get(slot)?.sender
      const track = tracks[slot]
      if (sender !== undefined) replace(sender, track)
      else if (track !== null && this.#connection.remoteDescription !== null) this.#add(slot, track)
    }
  }

  /** Hears what the other side signals. */
  async receive({ description, candidate }: SignalBody): Promise<void> {
    try {
      if (description !== undefined) await this.#describe(description)
      else if (candidate !== undefined) await this.#consider(candidate)
    } catch (error) {
      // A signal said twice, or one from before the connection was closed.
      console.debug('A signal could not be used.', error)
    }
  }

  /** Whether this describes another connection of the other side's than the present one. */
  isAnother(description: RTCSessionDescriptionInit): boolean {
    const present = this.#connection.remoteDescription
    return present !== null && fingerprint(present) !== fingerprint(description)
  }

  /** Looks for another way to the other side, if the present one is broken. */
  revive(): void {
    const { connectionState } = this.#connection
    if (connectionState === 'disconnected' || connectionState === 'failed') {
      this.#connection.restartIce()
    }
  }

  /** Opens a way for a file or for captions, which is negotiated if it is the first. */
  pipe(label: string, listener: PipeListener): Pipe {
    return this.#pipeOver(this.#connection.createDataChannel(label), listener)
  }

  /** How loud the other side is, from 0 to 1. */
  get loudness(): number {
    const receiver = this.#slots.get('microphone')?.receiver
    return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0
  }

  /** How the connection is. */
  async measure(): Promise<Snapshot> {
    const report = await this.#connection.getStats()
    const slots = new Map<string, Slot>()
    for (const [slot, { mid }] of this.#slots) if (mid !== null) slots.set(mid, slot)
    return read(report, slots)
  }

  close(): void {
    clearTimeout(this.#patience)
    this.#connection.onnegotiationneeded = null
    this.#connection.onicecandidate = null
    this.#connection.onconnectionstatechange = null
    this.#connection.ondatachannel = null
    this.#connection.close()
  }

  #pipeOver(channel: RTCDataChannel, listener: PipeListener): Pipe {
    return pipeOver(channel, () => largestPiece(this.#connection), listener)
  }

  async #negotiate(): Promise<void> {
    try {
      this.#makingOffer = true
      await this.#connection.setLocalDescription()
      this.#sendDescription()
    } catch (error) {
      console.debug('An offer could not be made.', error)
    } finally {
      this.#makingOffer = false
    }
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<void> {
    const connection = this.#connection
    const isOffer = description.type === 'offer'
    const isReady =
      !this.#makingOffer && (connection.signalingState === 'stable' || this.#settingAnswer)
    this.#ignoringOffer = isOffer && !isReady && !this.#options.polite
    if (this.#ignoringOffer) return

    this.#settingAnswer = description.type === 'answer'
    try {
      await connection.setRemoteDescription(description)
    } finally {
      this.#settingAnswer = false
    }
    if (!isOffer) return
    this.#adopt()
    await connection.setLocalDescription()
    this.#resize()
    this.#sendDescription()
  }

  async #consider(candidate: RTCIceCandidateInit | null): Promise<void> {
    try {
      await this.#connection.addIceCandidate(candidate)
    } catch (error) {
      if (!this.#ignoringOffer) throw error
    }
  }

  #sendDescription(): void {
    const description = this.#connection.localDescription
    if (description === null) return
    this.#options.send({ description: { type: description.type, sdp: description.sdp } })
  }

  #add(slot: Slot, track: MediaStreamTrack | null): void {
    const kind = slot === 'microphone' || slot === 'screenSound' ? 'audio' : 'video'
    const transceiver = this.#connection.addTransceiver(track ?? kind, {
      direction: 'sendrecv',
      streams: [this.#stream],
    })
    this.#slots.set(slot, transceiver)
    this.#resize()
  }

  #resize(): void {
    for (const slot of PICTURES) {
      const sender = this.#slots.get(slot)?.sender
      if (sender !== undefined) void resize(sender, () => this.#options.sendings()[slot])
    }
  }

  /** Takes the media sections of the other side's offer as the slots, in their order. */
  #adopt(): void {
    const transceivers = this.#connection.getTransceivers()
    // Those of an own first offer that gave way.
    for (const unused of transceivers.filter(({ mid }) => mid === null)) unused.stop()
    const offered = transceivers.filter(
      ({ mid, currentDirection }) => mid !== null && currentDirection !== 'stopped',
    )
    const of = (kind: string) => offered.filter((it) => it.receiver.track.kind === kind)
    const [microphone, screenSound] = of('audio')
    const [camera, screen] = of('video')
    this.#slots.clear()
    const tracks = this.#options.tracks()
    const adopted = { microphone, camera, screen, screenSound }
    for (const [slot, transceiver] of Object.entries(adopted)) {
      if (transceiver === undefined) continue
      this.#slots.set(slot as Slot, transceiver)
      transceiver.direction = 'sendrecv'
      replace(transceiver.sender, tracks[slot as Slot])
      setStream(transceiver.sender, this.#stream)
    }
    this.#announce()
  }

  #announce(): void {
    const track = (slot: Slot) => this.#slots.get(slot)?.receiver.track ?? null
    this.#options.ontracks({
      microphone: track('microphone'),
      camera: track('camera'),
      screen: track('screen'),
      screenSound: track('screenSound'),
    })
  }

  #stateChanged(): void {
    const state = this.#connection.connectionState
    clearTimeout(this.#patience)
    if (state === 'connected') this.#wasConnected = true
    if (state === 'failed') this.revive()
    if (state === 'disconnected') {
      this.#patience = setTimeout(() => {
        this.revive()
      }, PATIENCE)
    }
    if (state === 'closed') return
    const waiting = this.#wasConnected || state === 'failed' ? 'reconnecting' : 'connecting'
    this.#options.onstate(state === 'connected' ? 'connected' : waiting)
  }
}

function fingerprint({ sdp }: RTCSessionDescriptionInit): string | undefined {
  return /a=fingerprint:(\S+ \S+)/.exec(sdp ?? '')?.[1]
}

function replace(sender: RTCRtpSender, track: MediaStreamTrack | null): void {
  if (sender.track === track) return
  sender.replaceTrack(track).catch((error: unknown) => {
    // The connection was closed meanwhile.
    console.debug('A track could not be replaced.', error)
  })
}

function setStream(sender: RTCRtpSender, stream: MediaStream): void {
  // Some browsers do not have it; they play sound and picture slightly apart.
  const { setStreams } = sender as Partial<RTCRtpSender>
  setStreams?.call(sender, stream)
}
