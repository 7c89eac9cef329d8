import { FACINGS, type Facing } from '../media/facing'
import { BACKGROUNDS, type Background } from '../media/picture/effects'
import { type Preferred, isLanguage } from '../words/languages'
import { TOPICS, type Topic } from './announcements.svelte'
import { CORNERS, type CornerName } from './corner'
import { SELF_VIEWS, type SelfView, VIEWS, type View } from './stage'
import type { Memory } from './storage'

export type Theme = 'system' | 'light' | 'dark'
export type Contrast = 'system' | 'more'

/** Who takes the noise out of what the microphone hears: nobody, the browser, or RNNoise. */
export const NOISE_SUPPRESSION = ['off', 'browser', 'strong'] as const
export type NoiseSuppression = (typeof NOISE_SUPPRESSION)[number]

export const CAPTION_SIZES = ['off', 'small', 'medium', 'large'] as const
export type CaptionSize = (typeof CAPTION_SIZES)[number]

const KEY = 'hearth.preferences'

/** What this browser remembers for its user. */
export class Preferences {
  readonly #memory: Memory
  #kept = $state.raw(DEFAULTS)

  constructor(memory: Memory) {
    this.#memory = memory
    this.#kept = read(memory.get(KEY))
  }

  get name(): string {
    return this.#kept.name
  }
  set name(name: string) {
    this.#keep({ name })
  }

  /** Empty for whichever the browser chooses; so are the next two. */
  get microphoneId(): string {
    return this.#kept.microphoneId
  }
  set microphoneId(microphoneId: string) {
    this.#keep({ microphoneId })
  }

  get cameraId(): string {
    return this.#kept.cameraId
  }
  set cameraId(cameraId: string) {
    this.#keep({ cameraId })
  }

  get speakerId(): string {
    return this.#kept.speakerId
  }
  set speakerId(speakerId: string) {
    this.#keep({ speakerId })
  }

  get microphoneOn(): boolean {
    return this.#kept.microphoneOn
  }
  set microphoneOn(microphoneOn: boolean) {
    this.#keep({ microphoneOn })
  }

  get cameraOn(): boolean {
    return this.#kept.cameraOn
  }
  set cameraOn(cameraOn: boolean) {
    this.#keep({ cameraOn })
  }

  get theme(): Theme {
    return this.#kept.theme
  }
  set theme(theme: Theme) {
    this.#keep({ theme })
  }

  get language(): Preferred {
    return this.#kept.language
  }
  set language(language: Preferred) {
    this.#keep({ language })
  }

  /** Whether single keys do something in a call. */
  get shortcuts(): boolean {
    return this.#kept.shortcuts
  }
  set shortcuts(shortcuts: boolean) {
    this.#keep({ shortcuts })
  }

  get contrast(): Contrast {
    return this.#kept.contrast
  }
  set contrast(contrast: Contrast) {
    this.#keep({ contrast })
  }

  /** Whether a screen reader is to tell of this by itself. */
  announces(topic: Topic): boolean {
    // Captions say what is to be heard anyway.
    if (topic === 'captions') return this.#kept.readsCaptions
    return !this.#kept.unannounced.includes(topic)
  }

  announce(topic: Topic, wanted: boolean): void {
    if (topic === 'captions') {
      this.#keep({ readsCaptions: wanted })
      return
    }
    const others = this.#kept.unannounced.filter((it) => it !== topic)
    this.#keep({ unannounced: wanted ? others : [...others, topic] })
  }

  /** How large captions are, if they are shown. */
  get captions(): CaptionSize {
    return this.#kept.captions
  }
  set captions(captions: CaptionSize) {
    this.#keep({ captions })
  }

  get noiseSuppression(): NoiseSuppression {
    return this.#kept.noiseSuppression
  }
  set noiseSuppression(noiseSuppression: NoiseSuppression) {
    this.#keep({ noiseSuppression })
  }

  /** Whether one is muted but while a key is held. */
  get pushToTalk(): boolean {
    return this.#kept.pushToTalk
  }
  set pushToTalk(pushToTalk: boolean) {
    this.#keep({ pushToTalk })
  }

  /** The key to talk while it is held, as `KeyboardEvent.code`. */
  get talkKey(): string {
    return this.#kept.talkKey
  }
  set talkKey(talkKey: string) {
    this.#keep({ talkKey })
  }

  /** Whether one is told of talking while muted. */
  get mutedHint(): boolean {
    return this.#kept.mutedHint
  }
  set mutedHint(mutedHint: boolean) {
    this.#keep({ mutedHint })
  }

  /** Whether a call sounds when somebody comes, goes, or wants something. */
  get sounds(): boolean {
    return this.#kept.sounds
  }
  set sounds(sounds: boolean) {
    this.#keep({ sounds })
  }

  get view(): View {
    return this.#kept.view
  }
  set view(view: View) {
    this.#keep({ view })
  }

  get selfView(): SelfView {
    return this.#kept.selfView
  }
  set selfView(selfView: SelfView) {
    this.#keep({ selfView })
  }

  /** Where one's own picture floats. */
  get selfCorner(): CornerName {
    return this.#kept.selfCorner
  }
  set selfCorner(selfCorner: CornerName) {
    this.#keep({ selfCorner })
  }

  /** Whether one sees oneself as in a mirror; the others never do. */
  get mirrored(): boolean {
    return this.#kept.mirrored
  }
  set mirrored(mirrored: boolean) {
    this.#keep({ mirrored })
  }

  /** Whether what one shares is to move smoothly rather than be sharp. */
  get sharesMotion(): boolean {
    return this.#kept.sharesMotion
  }
  set sharesMotion(sharesMotion: boolean) {
    this.#keep({ sharesMotion })
  }

  /** What is behind oneself. */
  get background(): Background {
    return this.#kept.background
  }
  set background(background: Background) {
    this.#keep({ background })
  }

  /** Whether a dark picture is made brighter. */
  get brightens(): boolean {
    return this.#kept.brightens
  }
  set brightens(brightens: boolean) {
    this.#keep({ brightens })
  }

  /** Which way a phone's camera looks, where none was chosen by name. */
  get facing(): Facing {
    return this.#kept.facing
  }
  set facing(facing: Facing) {
    this.#keep({ facing })
  }

  /** Whether pictures of people are small, both ways. */
  get savesData(): boolean {
    return this.#kept.savesData
  }
  set savesData(savesData: boolean) {
    this.#keep({ savesData })
  }

  /** Whether the others' pictures do not come at all, while data are saved. */
  get pausesPictures(): boolean {
    return this.#kept.pausesPictures
  }
  set pausesPictures(pausesPictures: boolean) {
    this.#keep({ pausesPictures })
  }

  #keep(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change }
    this.#memory.set(KEY, JSON.stringify(this.#kept))
  }
}

interface Kept {
  name: string
  microphoneId: string
  cameraId: string
  speakerId: string
  microphoneOn: boolean
  cameraOn: boolean
  theme: Theme
  language: Preferred
  shortcuts: boolean
  contrast: Contrast
  unannounced: readonly Topic[]
  readsCaptions: boolean
  captions: CaptionSize
  noiseSuppression: NoiseSuppression
  pushToTalk: boolean
  talkKey: string
  mutedHint: boolean
  sounds: boolean
  view: View
  selfView: SelfView
  selfCorner: CornerName
  mirrored: boolean
  sharesMotion: boolean
  background: Background
  brightens: boolean
  facing: Facing
  savesData: boolean
  pausesPictures: boolean
}

const DEFAULTS: Kept = {
  name: '',
  microphoneId: '',
  cameraId: '',
  speakerId: '',
  microphoneOn: true,
  cameraOn: true,
  theme: 'system',
  language: 'system',
  shortcuts: true,
  contrast: 'system',
  unannounced: [],
  readsCaptions: false,
  captions: 'medium',
  noiseSuppression: 'browser',
  pushToTalk: false,
  talkKey: 'Space',
  mutedHint: true,
  sounds: true,
  view: 'auto',
  selfView: 'floating',
  selfCorner: 'bottomEnd',
  mirrored: true,
  sharesMotion: false,
  background: 'none',
  brightens: false,
  facing: 'user',
  savesData: false,
  pausesPictures: false,
}

function read(text: string | null): Kept {
  let found: unknown
  try {
    found = JSON.parse(text ?? 'null')
  } catch {
    found = null
  }
  if (typeof found !== 'object' || found === null) return DEFAULTS
  const kept: Partial<Record<keyof Kept, unknown>> = found
  const string = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    name: string(kept.name),
    microphoneId: string(kept.microphoneId),
    cameraId: string(kept.cameraId),
    speakerId: string(kept.speakerId),
    microphoneOn: kept.microphoneOn !== false,
    cameraOn: kept.cameraOn !== false,
    theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'system',
    language: isLanguage(kept.language) ? kept.language : 'system',
    shortcuts: kept.shortcuts !== false,
    contrast: kept.contrast === 'more' ? 'more' : 'system',
    unannounced: TOPICS.filter(
      (topic) => Array.isArray(kept.unannounced) && kept.unannounced.includes(topic),
    ),
    readsCaptions: kept.readsCaptions === true,
    captions: oneOf(CAPTION_SIZES, kept.captions) ?? DEFAULTS.captions,
    noiseSuppression: oneOf(NOISE_SUPPRESSION, kept.noiseSuppression) ?? DEFAULTS.noiseSuppression,
    pushToTalk: kept.pushToTalk === true,
    talkKey: string(kept.talkKey) || DEFAULTS.talkKey,
    mutedHint: kept.mutedHint !== false,
    sounds: kept.sounds !== false,
    view: oneOf(VIEWS, kept.view) ?? DEFAULTS.view,
    selfView: oneOf(SELF_VIEWS, kept.selfView) ?? DEFAULTS.selfView,
    selfCorner: oneOf(CORNERS, kept.selfCorner) ?? DEFAULTS.selfCorner,
    mirrored: kept.mirrored !== false,
    sharesMotion: kept.sharesMotion === true,
    background: oneOf(BACKGROUNDS, kept.background) ?? DEFAULTS.background,
    brightens: kept.brightens === true,
    facing: oneOf(FACINGS, kept.facing) ?? DEFAULTS.facing,
    savesData: kept.savesData === true,
    pausesPictures: kept.pausesPictures === true,
  }
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((it) => it === value)
}
