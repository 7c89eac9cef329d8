import type { Media } from '../protocol/Media'
import type { NoiseSuppression, Preferences } from '../session/preferences.svelte'
import { Capture } from './capture.svelte'
import { facingOf, opposite } from './facing'
import { LevelMeter } from './level'
import { canPaint } from './picture/effects'
import { OwnPicture } from './picture/own-picture.svelte'
import type { OpenStudio, Unpainted } from './picture/sent.svelte'
import { type Arrival, arrivalOf, isStillThere } from './plugging'
import { InsecureError, type Problem } from './problem'
import { Screen, type Shared, displayOptions } from './screen.svelte'
import { Ear } from './sound/ear'
import { type OpenProcessor, SentSound } from './sound/sent.svelte'

/** A device that can be chosen. Without permission browsers tell no names. */
export interface Choice {
  id: string
  label: string
}

/** The part of `navigator.mediaDevices` that is used. */
export type MediaSource = Pick<
  MediaDevices,
  | 'getUserMedia'
  | 'getDisplayMedia'
  | 'getSupportedConstraints'
  | 'enumerateDevices'
  | 'addEventListener'
>

// Nothing of it is loaded before it is wanted.
const rnnoise: OpenProcessor = async (track, onchange) =>
  (await import('./sound/denoiser')).open(track, onchange)
const painter: OpenStudio = async (...what) => (await import('./picture/studio')).open(...what)

/** Who makes something of what devices give; a test brings its own. */
export interface Processors {
  denoise: OpenProcessor
  paint: OpenStudio
  /** Whether the browser can have its pictures painted. */
  paints: boolean
}

/** What this computer's microphone, camera and screen give. */
export class Devices {
  readonly microphone: Capture
  readonly camera: Capture
  readonly screen: Screen
  /** What the others see of the camera. */
  readonly picture: OwnPicture

  readonly #source: MediaSource | null
  readonly #preferences: Preferences
  readonly #sent: SentSound
  readonly #meter: LevelMeter
  readonly #ear: Ear
  #found: readonly MediaDeviceInfo[] = []
  #microphones: Choice[] = $state.raw([])
  #cameras: Choice[] = $state.raw([])
  #speakers: Choice[] = $state.raw([])
  #level = $state(0)
  #suppressible = $state(true)
  #arrival: Arrival | null = $state.raw(null)

  /** Called whenever a track, or what is switched on, is another than before. */
  onchange: (() => void) | null = null
  /** Called when what is in use was unplugged, with the names of both; `now` is empty where none is known. */
  onreplaced: ((lost: string, now: string) => void) | null = null
  /** Called when the picture is not changed any more that was to be. */
  onunpainted: ((why: Unpainted) => void) | null = null

  /** `source` is null where the browser keeps devices from the page. */
  constructor(
    source: MediaSource | null,
    preferences: Preferences,
    show = (track: MediaStreamTrack) => new MediaStream([track]),
    { denoise, paint, paints }: Processors = {
      denoise: rnnoise,
      paint: painter,
      paints: canPaint(),
    },
  ) {
    this.#source = source
    this.#preferences = preferences
    this.#meter = new LevelMeter((level) => {
      this.#level = level
    })
    this.#ear = new Ear()
    const onchange = () => {
      this.#changed()
    }
    this.#sent = new SentSound({
      denoise,
      onchange,
      onfailed: () => {
        this.#suppressible = false
        void this.microphone.reopen()
      },
    })
    this.picture = new OwnPicture({
      preferences,
      open: paint,
      paints,
      show,
      onchange,
      onfailed: (why, hid) => {
        // Whoever hid the room decides whether it may be seen.
        if (hid) void this.camera.set(false)
        else onchange()
        this.onunpainted?.(why)
      },
    })
    this.microphone = new Capture({
      open: () => this.#track({ audio: this.#sound() }),
      releases: false,
      show,
      onchange,
      onreplaced: (lost, now) => {
        this.onreplaced?.(lost.label, now.label)
      },
    })
    this.camera = new Capture({
      open: () => this.#track({ video: this.#picture() }),
      releases: true,
      show,
      onchange,
    })
    this.screen = new Screen({
      open: () => this.#display(),
      show,
      moves: () => this.#preferences.sharesMotion,
      onchange,
    })
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

  /** Where the others are heard; empty for whichever the system prefers, or the chosen one is gone. */
  get speaker(): string {
    const { speakerId } = this.#preferences
    return this.#speakers.some(({ id }) => id === speakerId) ? speakerId : ''
  }

  /** Something to hear or to be heard by that was plugged in, until that is answered. */
  get arrival(): Arrival | null {
    return this.#arrival
  }

  /** Whether the browser lends this page any devices. */
  get offered(): boolean {
    return this.#source !== null
  }

  /** The sound that the others get; null where there is no microphone. */
  get sound(): MediaStreamTrack | null {
    return this.#sent.track
  }

  /** What one sees of oneself, while the camera is on. */
  get seen(): MediaStream | null {
    return this.camera.on ? this.picture.stream : null
  }

  /** Who takes the noise out: what the user prefers, or what this browser can do. */
  get noiseSuppression(): NoiseSuppression {
    const { noiseSuppression } = this.#preferences
    return noiseSuppression === 'strong' && !this.#suppressible ? 'browser' : noiseSuppression
  }

  /** Whether noise is taken out of what is sent as strongly as it can be, at this moment. */
  get denoised(): boolean {
    return this.#sent.processed
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
    microphone = this.#preferences.microphoneOn && !this.#preferences.pushToTalk,
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
    if (this.#preferences.pushToTalk) await this.microphone.prepare()
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

  /** Shares smooth movement rather than sharp text, now and the next time. */
  shareMotion(motion: boolean): void {
    this.#preferences.sharesMotion = motion
    this.screen.adapt()
  }

  async chooseMicrophone(id: string): Promise<void> {
    this.#preferences.microphoneId = id
    await this.microphone.reopen()
  }

  async chooseCamera(id: string): Promise<void> {
    this.#preferences.cameraId = id
    await this.camera.reopen()
  }

  /** Whether there is a camera that looks the other way, as on phones. */
  get turns(): boolean {
    return this.#cameras.length > 1 && facingOf(this.camera.track) !== null
  }

  /** Looks the other way. */
  async turnCamera(): Promise<void> {
    this.#preferences.facing = opposite(facingOf(this.camera.track) ?? this.#preferences.facing)
    this.#preferences.cameraId = ''
    await this.camera.reopen()
  }

  /** Whether one sees oneself as in a mirror; nobody does through a camera that looks away. */
  get mirrors(): boolean {
    return this.#preferences.mirrored && facingOf(this.camera.track) !== 'environment'
  }

  chooseSpeaker(id: string): void {
    this.#preferences.speakerId = id
  }

  async chooseNoiseSuppression(noiseSuppression: NoiseSuppression): Promise<void> {
    this.#preferences.noiseSuppression = noiseSuppression
    this.#suppressible = true
    // Browsers set up their own when they open a microphone, and not later.
    await this.microphone.reopen()
  }

  /** Uses what was plugged in, or leaves it. */
  async answerArrival(use: boolean): Promise<void> {
    const arrival = this.#arrival
    this.#arrival = null
    if (arrival === null || !use) return
    if (arrival.speaker !== null) this.chooseSpeaker(arrival.speaker)
    if (arrival.microphone !== null) await this.chooseMicrophone(arrival.microphone)
  }

  /** Tells how loud the muted microphone is, ten times a second; null for no more of it. */
  overhear(onheard: ((level: number) => void) | null): void {
    this.#ear.onheard = onheard
    this.#changed()
  }

  #changed(): void {
    this.picture.take(this.camera.track)
    const { on, track } = this.microphone
    this.#sent.take(track, this.noiseSuppression === 'strong')
    this.#meter.listen(on ? this.sound : null)
    this.#ear.listen(on ? null : track)
    this.onchange?.()
  }

  #sound(): MediaTrackConstraints {
    return {
      ...deviceId(this.#preferences.microphoneId),
      echoCancellation: true,
      // Two in a row would make a voice sound as from afar.
      noiseSuppression: this.noiseSuppression === 'browser',
      autoGainControl: true,
    }
  }

  #picture(): MediaTrackConstraints {
    return {
      ...this.#chosenCamera(),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30 },
    }
  }

  #chosenCamera(): MediaTrackConstraints {
    const { cameraId, facing } = this.#preferences
    return cameraId === '' ? { facingMode: { ideal: facing } } : deviceId(cameraId)
  }

  async #track(constraints: MediaStreamConstraints): Promise<MediaStreamTrack> {
    return only((await this.#ask(constraints)).getTracks())
  }

  async #ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    return this.#usable().getUserMedia(constraints)
  }

  async #display(): Promise<Shared> {
    const source = this.#usable()
    const stream = await source.getDisplayMedia(displayOptions(source.getSupportedConstraints()))
    const [sound, ...others] = stream.getAudioTracks()
    for (const other of others) other.stop()
    return { picture: only(stream.getVideoTracks()), sound: sound ?? null }
  }

  #usable(): MediaSource {
    if (this.#source === null) throw new InsecureError()
    return this.#source
  }

  async #plugged(): Promise<void> {
    const before = this.#found
    const speaker = before.find(
      ({ kind, deviceId }) => kind === 'audiooutput' && deviceId === this.speaker,
    )
    await this.#enumerate()
    const found = this.#found
    // What was nameless before is not new for having a name.
    const isKnown = before.some(({ label }) => label !== '')
    const arrival = isKnown ? arrivalOf(before, found) : null
    if (arrival !== null) this.#arrival = arrival
    else if (this.#arrival !== null && !isStillThere(this.#arrival, found)) this.#arrival = null
    const isGone = ({ deviceId }: MediaDeviceInfo) => this.speaker !== deviceId
    if (speaker !== undefined && isGone(speaker)) this.onreplaced?.(speaker.label, '')
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
    this.#found = found
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
