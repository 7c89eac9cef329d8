import { type Problem, problemOf } from './problem'

export interface ScreenOptions {
  /** Asks the user what to share. */
  open: () => Promise<MediaStreamTrack>
  /** Makes something to look at of a track. */
  show: (track: MediaStreamTrack) => MediaStream
  onchange: () => void
}

/** The user's screen, while it is shared. */
export class Screen {
  readonly #options: ScreenOptions
  #opening = 0
  #track: MediaStreamTrack | null = $state.raw(null)
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

  /** The same, to be shown. */
  get stream(): MediaStream | null {
    return this.#stream
  }

  /** Lets the user choose what to share. Choosing nothing is no problem. */
  async share(): Promise<Problem | null> {
    const opening = ++this.#opening
    let track: MediaStreamTrack
    try {
      track = await this.#options.open()
    } catch (error) {
      const problem = problemOf(error)
      return problem === 'denied' || problem === 'dismissed' ? null : problem
    }
    if (opening !== this.#opening) {
      track.stop()
      return null
    }
    this.#release()
    track.contentHint = 'detail'
    // The browser has a button of its own that ends the sharing.
    track.onended = () => {
      if (track === this.#track) this.stop()
    }
    this.#track = track
    this.#stream = this.#options.show(track)
    this.#options.onchange()
    return null
  }

  stop(): void {
    this.#opening++
    if (this.#track === null) return
    this.#release()
    this.#options.onchange()
  }

  #release(): void {
    this.#track?.stop()
    this.#track = null
    this.#stream = null
  }
}
