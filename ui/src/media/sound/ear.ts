import { LevelMeter } from '../level'

/**
 * Hears whether one talks while muted. What it hears goes nowhere: it is a copy of the
 * microphone's track that nobody is sent, and all that is kept of it is how loud it is.
 */
export class Ear {
  readonly #meter = new LevelMeter((level) => this.#onheard?.(level))
  #onheard: ((level: number) => void) | null = null
  #muted: MediaStreamTrack | null = null
  #copy: MediaStreamTrack | null = null

  /** Who is told; null for nobody, and then nothing is heard. */
  set onheard(onheard: ((level: number) => void) | null) {
    this.#onheard = onheard
  }

  /** Listens to this muted microphone from now on, or to none. */
  listen(muted: MediaStreamTrack | null): void {
    const wanted = this.#onheard === null ? null : muted
    if (wanted === this.#muted) return
    this.#muted = wanted
    this.#copy?.stop()
    this.#copy = wanted?.clone() ?? null
    if (this.#copy !== null) this.#copy.enabled = true
    this.#meter.listen(this.#copy)
  }
}
