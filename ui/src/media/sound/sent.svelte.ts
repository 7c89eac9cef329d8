/** Something that a microphone's sound goes through before it is sent. */
export interface Processor {
  /** What comes out of it. */
  readonly track: MediaStreamTrack
  /** Whether anything comes out: a browser may keep it still until the page is touched. */
  readonly running: boolean
  close: () => void
}

/** Opens one for a track; it tells when it begins or stops running. */
export type OpenProcessor = (track: MediaStreamTrack, onchange: () => void) => Promise<Processor>

interface SentOptions {
  /** Takes noise out, as far as the browser can; it throws where that cannot. */
  denoise: OpenProcessor
  onchange: () => void
  /** The noise is not taken out; the microphone is sent as it is. */
  onfailed: () => void
}

/**
 * The sound that one sends: a microphone's own, or what a processor makes of it.
 * While there is none yet, or it stands still, the microphone is sent as it is, so
 * that nobody goes unheard.
 */
export class SentSound {
  readonly #options: SentOptions
  // What an earlier opening still brings is closed.
  #opening = 0
  #microphone: MediaStreamTrack | null = $state.raw(null)
  #denoised = false
  #processor: Processor | null = $state.raw(null)
  #running = $state(false)

  constructor(options: SentOptions) {
    this.#options = options
  }

  get track(): MediaStreamTrack | null {
    return this.#running && this.#processor !== null ? this.#processor.track : this.#microphone
  }

  /** Whether what is sent is what a processor makes. */
  get processed(): boolean {
    return this.#running
  }

  /** From now on this microphone is sent, with or without its noise. */
  take(microphone: MediaStreamTrack | null, denoised: boolean): void {
    if (microphone === this.#microphone && denoised === this.#denoised) return
    this.#close()
    this.#microphone = microphone
    this.#denoised = denoised
    if (microphone !== null && denoised) void this.#open(microphone)
  }

  async #open(microphone: MediaStreamTrack): Promise<void> {
    const opening = ++this.#opening
    let processor: Processor
    try {
      processor = await this.#options.denoise(microphone, () => {
        if (opening === this.#opening) this.#look()
      })
    } catch (error) {
      console.debug('Noise cannot be taken out here.', error)
      if (opening === this.#opening) this.#options.onfailed()
      return
    }
    if (opening === this.#opening) {
      this.#processor = processor
      this.#look()
    } else {
      processor.close()
    }
  }

  #look(): void {
    const running = this.#processor?.running ?? false
    if (running === this.#running) return
    this.#running = running
    this.#options.onchange()
  }

  #close(): void {
    this.#opening++
    this.#processor?.close()
    this.#processor = null
    this.#running = false
  }
}
