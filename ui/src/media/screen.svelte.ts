import { type Problem, problemOf } from './problem'

/** What the browser gives when the user shares something. */
export interface Shared {
  picture: MediaStreamTrack
  /** Null where the browser, or the user, shares none. */
  sound: MediaStreamTrack | null
}

/** Which kind of thing is shared. Some browsers do not say. */
export type Surface = 'monitor' | 'window' | 'browser' | 'unknown'

export interface ScreenOptions {
  /** Asks the user what to share. */
  open: () => Promise<Shared>
  /** Makes something to look at of a track. */
  show: (track: MediaStreamTrack) => MediaStream
  /** Whether what is shared is to move smoothly rather than be sharp. */
  moves: () => boolean
  onchange: () => void
}

/** The user's screen, while it is shared. */
export class Screen {
  readonly #options: ScreenOptions
  #opening = 0
  #track: MediaStreamTrack | null = $state.raw(null)
  #sound: MediaStreamTrack | null = $state.raw(null)
  #stream: MediaStream | null = $state.raw(null)

  constructor(options: ScreenOptions) {
    this.#options = options
  }

  get on(): boolean {
    return this.#track !== null
  }

  get track(): MediaStreamTrack | null {
    return this.#track
  }

  /** What sounds from it. */
  get sound(): MediaStreamTrack | null {
    return this.#sound
  }

  /** Its picture, to be shown. */
  get stream(): MediaStream | null {
    return this.#stream
  }

  get surface(): Surface {
    const { displaySurface } = this.#track?.getSettings() ?? {}
    switch (displaySurface) {
      case 'monitor':
      case 'window':
      case 'browser':
        return displaySurface
      default:
        return 'unknown'
    }
  }

  /** Lets the user choose what to share. Choosing nothing is no problem. */
  async share(): Promise<Problem | null> {
    const opening = ++this.#opening
    let shared: Shared
    try {
      shared = await this.#options.open()
    } catch (error) {
      const problem = problemOf(error)
      return problem === 'denied' || problem === 'dismissed' ? null : problem
    }
    if (opening !== this.#opening) {
      shared.picture.stop()
      shared.sound?.stop()
      return null
    }
    this.#release()
    this.#take(shared)
    this.#options.onchange()
    return null
  }

  /** Makes it sharp or smooth, as is wanted now. */
  adapt(): void {
    const track = this.#track
    if (track === null) return
    const moves = this.#options.moves()
    track.contentHint = moves ? 'motion' : 'detail'
    const frameRate = moves ? { ideal: 30, max: 30 } : { ideal: 15, max: 30 }
    track.applyConstraints({ frameRate }).catch((error: unknown) => {
      // It has just ended.
      console.debug('The screen could not be adapted.', error)
    })
  }

  stop(): void {
    this.#opening++
    if (this.#track === null) return
    this.#release()
    this.#options.onchange()
  }

  #take({ picture, sound }: Shared): void {
    // The browser has a button of its own that ends the sharing.
    picture.onended = () => {
      if (picture === this.#track) this.stop()
    }
    if (sound !== null) {
      sound.onended = () => {
        if (sound !== this.#sound) return
        this.#sound = null
        this.#options.onchange()
      }
    }
    this.#track = picture
    this.#sound = sound
    this.#stream = this.#options.show(picture)
    this.adapt()
  }

  #release(): void {
    this.#track?.stop()
    this.#sound?.stop()
    this.#track = null
    this.#sound = null
    this.#stream = null
  }
}

type Constraints = MediaTrackConstraints & { restrictOwnAudio?: boolean }
type Options = DisplayMediaStreamOptions & {
  video: Constraints
  audio: Constraints
  systemAudio: 'include' | 'exclude'
  surfaceSwitching: 'include'
}

/** What the browser is asked for, by what it can do (W3C Screen Capture). */
export function displayOptions(
  supported: MediaTrackSupportedConstraints & { restrictOwnAudio?: boolean },
): Options {
  // With the sound of the whole system the others would hear themselves, unless
  // the browser leaves out what this page plays.
  const systemAudio = supported.restrictOwnAudio === true ? 'include' : 'exclude'
  return {
    video: { frameRate: { max: 30 } },
    audio: {
      restrictOwnAudio: true,
      // Music is not a voice with noise around it.
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    },
    systemAudio,
    surfaceSwitching: 'include',
  }
}
