import type { MediaSource } from '../devices.svelte'
import { FakeStream, FakeTrack } from './peers'

type Kind = 'audio' | 'video'

export function device(
  kind: MediaDeviceKind,
  deviceId: string,
  label: string,
  groupId = '',
): MediaDeviceInfo {
  return { kind, deviceId, label, groupId } as MediaDeviceInfo
}

/** A computer with a microphone and a camera, which a test can take away. */
export class FakeSource implements MediaSource {
  /** Why one of them cannot be had: the name of the browser's error. */
  readonly broken: Partial<Record<Kind | 'screen', string>> = {}
  /** Whether what is shared sounds. */
  sounds = false
  readonly asked: MediaStreamConstraints[] = []
  readonly opened: FakeTrack[] = []
  /** What is plugged in beside its own. */
  readonly more: MediaDeviceInfo[] = []
  /** Which way its camera looks, where it says so. */
  faces: string | undefined = undefined
  /** While set, nobody has answered the browser's question yet. */
  pending: Promise<void> | null = null
  #plugged: () => void = () => undefined

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints)
    await this.pending
    const kinds = (['audio', 'video'] as const).filter((kind) => Boolean(constraints[kind]))
    for (const kind of kinds) this.#check(kind)
    return this.#open(...kinds)
  }

  async getDisplayMedia(): Promise<MediaStream> {
    await this.pending
    this.#check('screen')
    const tracks = [new FakeTrack('video', 'screen')]
    if (this.sounds) tracks.push(new FakeTrack('audio', 'screen'))
    return this.#give(tracks)
  }

  getSupportedConstraints(): MediaTrackSupportedConstraints {
    return {}
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    const found = [device('audiooutput', 'loud', 'Loudspeaker'), ...this.more]
    if (this.broken.audio !== 'NotFoundError') found.push(device('audioinput', 'mic', ''))
    if (this.broken.video !== 'NotFoundError') found.push(device('videoinput', 'cam', 'Webcam'))
    return Promise.resolve(found)
  }

  addEventListener(_type: string, listener: unknown): void {
    this.#plugged = listener as () => void
  }

  /** Something was plugged in or out. */
  plug(): void {
    this.#plugged()
  }

  /** The tracks of this kind that still capture. */
  live(kind: Kind): FakeTrack[] {
    return this.opened.filter((track) => track.kind === kind && track.readyState === 'live')
  }

  #check(kind: Kind | 'screen'): void {
    const name = this.broken[kind]
    if (name !== undefined) throw new DOMException('The test wants it so.', name)
  }

  #open(...kinds: Kind[]): MediaStream {
    return this.#give(kinds.map((kind) => new FakeTrack(kind, kind, this.faces)))
  }

  #give(tracks: FakeTrack[]): MediaStream {
    this.opened.push(...tracks)
    return new FakeStream(tracks).real
  }
}
