import { type Problem, problemOf } from './problem'

export interface CaptureOptions {
  /** Opens the device, or says why it cannot by the error it throws. */
  open: () => Promise<MediaStreamTrack>
  /** Makes something to look at, or to listen to, of a track. */
  show: (track: MediaStreamTrack) => MediaStream
  /** Whether the device is let go while switched off, so that its light goes out. */
  releases: boolean
  onchange: () => void
  /** Another device took the place of one that was unplugged. */
  onreplaced?: (lost: MediaStreamTrack, now: MediaStreamTrack) => void
}

/** A microphone or a camera: wanted or not, and working or not. */
export class Capture {
  readonly #options: CaptureOptions
  // Whoever opened last wins; what an earlier one still brings is stopped.
  #opening = 0
  #wanted = false
  // Whether the device is open, or is to be, though it is switched off.
  #ready = false
  #on = $state(false)
  #track: MediaStreamTrack | null = $state.raw(null)
  #stream: MediaStream | null = $state.raw(null)
  #problem: Problem | null = $state(null)

  constructor(options: CaptureOptions) {
    this.#options = options
  }

  /** Whether it is switched on; it may still be opening. */
  get on(): boolean {
    return this.#on
  }

  /** What it captures. A microphone keeps its track while it is switched off. */
  get track(): MediaStreamTrack | null {
    return this.#track
  }

  /** The same, to be shown. */
  get stream(): MediaStream | null {
    return this.#stream
  }

  /** Why it could not be switched on when that was tried last. */
  get problem(): Problem | null {
    return this.#problem
  }

  /** Switches it on or off. With `first`, that is tried before opening it alone. */
  async set(on: boolean, first?: Promise<MediaStreamTrack>): Promise<void> {
    this.#wanted = on
    this.#on = on
    if (!on && this.#options.releases) this.#drop()
    if (this.#track !== null) this.#track.enabled = on
    const opened = on && this.#track === null ? this.#open(first) : undefined
    this.#options.onchange()
    await opened
  }

  /** Opens the device though it is switched off, so that it is there at once. */
  async prepare(): Promise<void> {
    if (this.#ready) return
    this.#ready = true
    if (this.#track === null && !this.#on) await this.#open()
  }

  /** Opens it again, as another device may be meant now. */
  async reopen(): Promise<void> {
    if (this.#track === null) return
    this.#drop()
    if (this.#on || this.#ready) await this.#open()
    this.#options.onchange()
  }

  /** Hears that there is such a device now, though there may have been none before. */
  async plugged(): Promise<void> {
    if (this.#problem !== 'missing') return
    this.#problem = null
    if (this.#wanted) await this.set(true)
  }

  /** Lets the device go. */
  close(): void {
    this.#drop()
    this.#wanted = false
    this.#ready = false
    this.#on = false
    this.#problem = null
  }

  async #open(first?: Promise<MediaStreamTrack>): Promise<void> {
    const opening = ++this.#opening
    try {
      const { open } = this.#options
      const track = await (first === undefined ? open() : first.catch(open))
      if (opening !== this.#opening || !(this.#on || this.#ready)) track.stop()
      else this.#take(track)
    } catch (error) {
      if (opening !== this.#opening) return
      this.#on = false
      this.#problem = problemOf(error)
    }
    this.#options.onchange()
  }

  #take(track: MediaStreamTrack): void {
    track.enabled = this.#on
    this.#track = track
    this.#stream = this.#options.show(track)
    this.#problem = null
    track.onended = () => {
      if (track === this.#track) void this.#replace(track)
    }
  }

  /** Unplugged, perhaps: the browser may find another one. */
  async #replace(lost: MediaStreamTrack): Promise<void> {
    this.#drop()
    if (this.#on || this.#ready) await this.#open()
    else this.#options.onchange()
    if (this.#track !== null) this.#options.onreplaced?.(lost, this.#track)
  }

  #drop(): void {
    this.#opening++
    if (this.#track === null) return
    this.#track.onended = null
    this.#track.stop()
    this.#track = null
    this.#stream = null
  }
}
