import { type Preferred, isLanguage } from '../words/languages'
import { TOPICS, type Topic } from './announcements.svelte'
import type { Memory } from './storage'

export type Theme = 'system' | 'light' | 'dark'
export type Contrast = 'system' | 'more'

/** Who takes the noise out of what the microphone hears: nobody, the browser, or RNNoise. */
export const NOISE_SUPPRESSION = ['off', 'browser', 'strong'] as const
export type NoiseSuppression = (typeof NOISE_SUPPRESSION)[number]

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
    return !this.#kept.unannounced.includes(topic)
  }

  announce(topic: Topic, wanted: boolean): void {
    const others = this.#kept.unannounced.filter((it) => it !== topic)
    this.#keep({ unannounced: wanted ? others : [...others, topic] })
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
  noiseSuppression: NoiseSuppression
  pushToTalk: boolean
  talkKey: string
  mutedHint: boolean
  sounds: boolean
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
  noiseSuppression: 'browser',
  pushToTalk: false,
  talkKey: 'Space',
  mutedHint: true,
  sounds: true,
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
    noiseSuppression: NOISE_SUPPRESSION.find((it) => it === kept.noiseSuppression) ?? 'browser',
    pushToTalk: kept.pushToTalk === true,
    talkKey: string(kept.talkKey) || DEFAULTS.talkKey,
    mutedHint: kept.mutedHint !== false,
    sounds: kept.sounds !== false,
  }
}
