const INTERVAL = 100

/** Tells how loud a microphone is, ten times a second while it is listened to. */
export class LevelMeter {
  readonly #onlevel: (level: number) => void
  #track: MediaStreamTrack | null = null
  #close = () => {}

  constructor(onlevel: (level: number) => void) {
    this.#onlevel = onlevel
  }

  /** Listens to this one from now on, or to none. */
  listen(track: MediaStreamTrack | null): void {
    if (track === this.#track) return
    this.#track = track
    this.#close()
    this.#close = () => {}
    this.#onlevel(0)
    if (track !== null && typeof AudioContext === 'function') this.#close = this.#open(track)
  }

  #open(track: MediaStreamTrack): () => void {
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    analyser.fftSize = 1024
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const timer = setInterval(() => {
      // Before the user has touched the page, browsers keep it from listening.
      if (context.state === 'suspended') void context.resume()
      analyser.getFloatTimeDomainData(samples)
      this.#onlevel(loudness(samples))
    }, INTERVAL)
    return () => {
      clearInterval(timer)
      void context.close()
    }
  }
}

/** From 0 for silence to 1 for as loud as it gets, even to the ear: -60 dB to 0 dB. */
export function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return heard(Math.sqrt(sum / samples.length))
}

/** The same, of an amplitude between 0 and 1. */
export function heard(amplitude: number): number {
  if (amplitude <= 0) return 0
  return Math.min(1, Math.max(0, 1 + (20 * Math.log10(amplitude)) / 60))
}
