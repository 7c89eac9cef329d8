import type { Preferences } from '../../session/preferences.svelte'
import { type Background, type Effects, NO_EFFECTS } from './effects'
import { type OpenStudio, SentPicture, type Unpainted } from './sent.svelte'

interface Options {
  preferences: Preferences
  open: OpenStudio
  /** Whether the browser can change a picture before it is sent. */
  paints: boolean
  show: (track: MediaStreamTrack) => MediaStream
  /** It is another, or is to be: the camera is given to it again. */
  onchange: () => void
  /** The picture is changed no more; `hid` where that was to hide the room. */
  onfailed: (why: Unpainted, hid: boolean) => void
}

/** How the others see one: what is done to the camera's picture, as one likes it. */
export class OwnPicture {
  readonly #options: Options
  readonly #sent: SentPicture
  #unpainted: Unpainted | null = $state(null)

  constructor(options: Options) {
    this.#options = options
    const { open, show, onchange } = options
    this.#sent = new SentPicture({
      open,
      show,
      onchange,
      onfailed: (why, hid) => {
        this.#unpainted = why
        options.onfailed(why, hid)
      },
    })
  }

  /** Whether the browser can change it before it is sent. */
  get paints(): boolean {
    return this.#options.paints
  }

  /** Null where there is none, or none that may be seen. */
  get track(): MediaStreamTrack | null {
    return this.#sent.track
  }

  /** The same, to be shown. */
  get stream(): MediaStream | null {
    return this.#sent.stream
  }

  /** Why it is not changed though it was to be; null where it is, or need not be. */
  get unpainted(): Unpainted | null {
    return this.#unpainted
  }

  /** From now on it is this camera's. */
  take(camera: MediaStreamTrack | null): void {
    this.#sent.take(camera, this.#effects)
  }

  chooseBackground(background: Background): void {
    this.#options.preferences.background = background
    this.#retry()
  }

  brighten(brightens: boolean): void {
    this.#options.preferences.brightens = brightens
    this.#retry()
  }

  /** The user's own background is another one. */
  renew(): void {
    this.#sent.renew()
  }

  get #effects(): Effects {
    const { paints, preferences } = this.#options
    if (!paints || this.#unpainted !== null) return NO_EFFECTS
    const { background, brightens } = preferences
    return { background, brightens }
  }

  /** It may have been too much before, and not be now. */
  #retry(): void {
    this.#unpainted = null
    this.#options.onchange()
  }
}
