import type { PeerConnectionFactory } from '../media/factory'
import type { PeerState, Tracks } from '../media/peer'
import type { Media } from '../protocol/Media'

const NOTHING: Media = {
  microphone: { available: false, enabled: false },
  camera: { available: false, enabled: false },
  screen: false,
}

/**
 * What another participant sends, as far as it may be heard and seen: whoever
 * is muted by the host is not heard, whatever arrives from them.
 */
export class Remote {
  readonly #factory: PeerConnectionFactory
  #media = $state.raw(NOTHING)
  #tracks: Tracks | null = $state.raw(null)
  #audio: MediaStream | null = $state.raw(null)
  #camera: MediaStream | null = $state.raw(null)
  #screen: MediaStream | null = $state.raw(null)
  #screenSound: MediaStream | null = $state.raw(null)
  #state: PeerState = $state('connecting')
  #lostSince: number | null = $state(null)

  constructor(factory: PeerConnectionFactory, media: Media) {
    this.#factory = factory
    this.#media = media
  }

  get audio(): MediaStream | null {
    return this.#media.microphone.enabled ? this.#audio : null
  }

  get camera(): MediaStream | null {
    return this.#media.camera.enabled ? this.#camera : null
  }

  get screen(): MediaStream | null {
    return this.#media.screen ? this.#screen : null
  }

  get screenSound(): MediaStream | null {
    return this.#media.screen ? this.#screenSound : null
  }

  /** Whether media flow. */
  get state(): PeerState {
    return this.#state
  }
  set state(state: PeerState) {
    if (state !== 'reconnecting') this.#lostSince = null
    else if (this.#state !== 'reconnecting') this.#lostSince = Date.now()
    this.#state = state
  }

  /** Since when media do not flow any more; null while they do. */
  get lostSince(): number | null {
    return this.#lostSince
  }

  /** What the server says they send. */
  set media(media: Media) {
    this.#media = media
    this.#enforce()
  }

  /** What arrives from them; null when nothing does any more. */
  set tracks(tracks: Tracks | null) {
    const stream = (track: MediaStreamTrack | null | undefined) =>
      track == null ? null : this.#factory.stream([track])
    this.#tracks = tracks
    this.#audio = stream(tracks?.microphone)
    this.#camera = stream(tracks?.camera)
    this.#screen = stream(tracks?.screen)
    this.#screenSound = stream(tracks?.screenSound)
    this.#enforce()
  }

  #enforce(): void {
    const { microphone, camera, screen } = this.#media
    enable(this.#tracks?.microphone, microphone.enabled)
    enable(this.#tracks?.camera, camera.enabled)
    enable(this.#tracks?.screen, screen)
    enable(this.#tracks?.screenSound, screen)
  }
}

function enable(track: MediaStreamTrack | null | undefined, enabled: boolean): void {
  if (track != null) track.enabled = enabled
}
