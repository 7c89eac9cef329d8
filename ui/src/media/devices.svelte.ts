import type { Media } from '../protocol/Media'
import type { Preferences } from '../session/preferences.svelte'
import { Capture } from './capture.svelte'
import { LevelMeter } from './level'
import { InsecureError, type Problem } from './problem'
import { Screen } from './screen.svelte'

/** A device that can be chosen. Without permission browsers tell no names. */
export interface Choice {
  id: string
  label: string
}

/** The part of `navigator.mediaDevices` that is used. */
export type MediaSource = Pick<
  MediaDevices,
  'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices' | 'addEventListener'
>

/** What this computer's microphone, camera and screen give. */
export class Devices {
  readonly microphone: Capture
  readonly camera: Capture
  readonly screen: Screen

  readonly #source: MediaSource | null
  readonly #preferences: Preferences
  readonly #meter: LevelMeter
  #microphones: Choice[] = $state.raw([])
  #cameras: Choice[] = $state.raw([])
  #speakers: Choice[] = $state.raw([])
  #level = $state(0)

  /** Called whenever a track, or what is switched on, is another than before. */
  onchange: (() => void) | null = null

  /** `source` is null where the browser keeps devices from the page. */
  constructor(
    source: MediaSource | null,
    preferences: Preferences,
    show = (track: MediaStreamTrack) => new MediaStream([track]),
  ) {
    this.#source = source
    this.#preferences = preferences
    this.#meter = new LevelMeter((level) => {
      this.#level = level
    })
    const onchange = () => {
      this.#changed()
    }
    this.microphone = new Capture({
      open: () => this.#track({ audio: this.#sound() }),
      releases: false,
      show,
      onchange,
    })
    this.camera = new Capture({
      open: () => this.#track({ video: this.#picture() }),
      releases: true,
      show,
      onchange,
    })
    this.screen = new Screen({ open: () => this.#display(), show, onchange })
    source?.addEventListener('devicechange', () => {
      void this.#plugged()
    })
  }

  get microphones(): readonly Choice[] {
    return this.#microphones
  }

  get cameras(): readonly Choice[] {
    return this.#cameras
  }

  /** Empty where the browser does not let pages choose. */
  get speakers(): readonly Choice[] {
    return this.#speakers
  }

  /** Whether the browser lends this page any devices. */
  get offered(): boolean {
    return this.#source !== null
  }

  /** How loud the microphone is, from 0 to 1; 0 while it is switched off. */
  get level(): number {
    return this.#level
  }

  /** What the others are told about it. */
  get media(): Media {
    const device = ({ on, problem }: Capture) => ({ available: problem === null, enabled: on })
    return {
      microphone: device(this.microphone),
      camera: device(this.camera),
      screen: this.screen.on,
    }
  }

  /** Switches on what the user had on the last time, or exactly what is asked for. */
  async start(
    microphone = this.#preferences.microphoneOn,
    camera = this.#preferences.cameraOn,
  ): Promise<void> {
    if (microphone && camera) {
      // Asked for together, they need the user's permission once.
      const both = this.#ask({ audio: this.#sound(), video: this.#picture() })
      await Promise.all([
        this.microphone.set(
          true,
          both.then((stream) => only(stream.getAudioTracks())),
        ),
        this.camera.set(
          true,
          both.then((stream) => only(stream.getVideoTracks())),
        ),
      ])
    } else {
      await Promise.all([this.microphone.set(microphone), this.camera.set(camera)])
    }
    await this.#enumerate()
  }

  /** Lets everything go. */
  stop(): void {
    this.microphone.close()
    this.camera.close()
    this.screen.stop()
    this.#changed()
  }

  /** The user switches the microphone on or off, and expects it so the next time. */
  async toggleMicrophone(): Promise<void> {
    this.#preferences.microphoneOn = !this.microphone.on
    await this.microphone.set(!this.microphone.on)
    await this.#enumerate()
  }

  async toggleCamera(): Promise<void> {
    this.#preferences.cameraOn = !this.camera.on
    await this.camera.set(!this.camera.on)
    await this.#enumerate()
  }

  async toggleScreen(): Promise<Problem | null> {
    if (!this.screen.on) return this.screen.share()
    this.screen.stop()
    return null
  }

  async chooseMicrophone(id: string): Promise<void> {
    this.#preferences.microphoneId = id
    await this.microphone.reopen()
  }

  async chooseCamera(id: string): Promise<void> {
    this.#preferences.cameraId = id
    await this.camera.reopen()
  }

  chooseSpeaker(id: string): void {
    this.#preferences.speakerId = id
  }

  #changed(): void {
    this.#meter.listen(this.microphone.on ? this.microphone.track : null)
    this.onchange?.()
  }

  #sound(): MediaTrackConstraints {
    return {
      ...deviceId(this.#preferences.microphoneId),
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    }
  }

  #picture(): MediaTrackConstraints {
    return {
      ...deviceId(this.#preferences.cameraId),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
    }
  }

  async #track(constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
    return only((await this.#ask(constraints)).getTracks())
  }

  async #ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    return this.#usable().getUserMedia(constraints)
  }

  async #display(): Promise<MediaStreamTrack> {
    const video = { frameRate: { ideal: 15, max: 30 } }
    const stream = await this.#usable().getDisplayMedia({ video, audio: false })
    return only(stream.getVideoTracks())
  }

  #usable(): MediaSource {
    if (this.#source === null) throw new InsecureError()
    return this.#source
  }

  async #plugged(): Promise<void> {
    await this.#enumerate()
    if (this.#microphones.length > 0) await this.microphone.plugged()
    if (this.#cameras.length > 0) await this.camera.plugged()
  }

  async #enumerate(): Promise<void> {
    let found: MediaDeviceInfo[] = []
    try {
      found = (await this.#source?.enumerateDevices()) ?? []
    } catch {
      // Then there is nothing to choose; what the browser chooses still works.
    }
    const choices = (kind: MediaDeviceKind) =>
      found
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map(({ deviceId, label }) => ({ id: deviceId, label }))
    this.#microphones = choices('audioinput')
    this.#cameras = choices('videoinput')
    this.#speakers = choices('audiooutput')
  }
}

function deviceId(id: string): MediaTrackConstraints {
  return id === '' ? {} : { deviceId: { ideal: id } }
}

function only(tracks: MediaStreamTrack[]): MediaStreamTrack {
  const [track, ...others] = tracks
  for (const other of others) other.stop()
  if (track === undefined) throw new DOMException('The browser gave no track.', 'NotFoundError')
  return track
}
