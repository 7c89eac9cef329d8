/**
 * Cuts sound into frames of one length, and strings them together again: one
 * frame fills while the one before it is played. Whatever length it comes in, it
 * leaves one frame later. Nothing is allocated, as this runs where sound is due.
 */
export class Frames {
  readonly #filling: Float32Array
  readonly #playing: Float32Array
  readonly #process: () => void
  readonly #scale: number
  #at = 0

  /** `process` makes `playing` of `filling`; both hold a frame, of samples up to `scale`. */
  constructor(filling: Float32Array, playing: Float32Array, process: () => void, scale: number) {
    this.#filling = filling
    this.#playing = playing
    this.#process = process
    this.#scale = scale
  }

  /** Takes in sound, or silence where there is none, and gives out as much. */
  exchange(input: Float32Array | undefined, output: Float32Array): void {
    for (let index = 0; index < output.length; index++) {
      output[index] = (this.#playing[this.#at] ?? 0) / this.#scale
      this.#filling[this.#at] = (input?.[index] ?? 0) * this.#scale
      if (++this.#at === this.#filling.length) {
        this.#process()
        this.#at = 0
      }
    }
  }
}
