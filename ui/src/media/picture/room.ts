import type { Room } from './messages'

// A pixel that flickers more than this, of 255, saw something move.
const STILL = 14
// A curtain may; a person may not.
const MOST_MOVING = 0.06
/** How many pictures of a room are looked at. */
export const LOOKS = 16

/** Learns an empty room from pictures of it. */
export class RoomLearner {
  readonly #width: number
  readonly #height: number
  readonly #sums: Float32Array
  readonly #squares: Float32Array
  #looks = 0

  constructor(width: number, height: number) {
    this.#width = width
    this.#height = height
    this.#sums = new Float32Array(width * height * 3)
    this.#squares = new Float32Array(width * height)
  }

  fits({ width, height }: { width: number; height: number }): boolean {
    return width === this.#width && height === this.#height
  }

  get done(): boolean {
    return this.#looks >= LOOKS
  }

  /** Looks at one more picture, of RGBA. */
  look(pixels: Uint8Array): void {
    this.#looks++
    for (let pixel = 0; pixel < this.#squares.length; pixel++) {
      let luma = 0
      for (let colour = 0; colour < 3; colour++) {
        const value = pixels[pixel * 4 + colour] ?? 0
        luma += value / 3
        this.#sums[pixel * 3 + colour] = (this.#sums[pixel * 3 + colour] ?? 0) + value
      }
      this.#squares[pixel] = (this.#squares[pixel] ?? 0) + luma * luma
    }
  }

  /** The room; null where something moved in it. */
  result(): Room | null {
    const count = this.#squares.length
    const pixels = new Uint8Array(count * 4)
    let moving = 0
    for (let pixel = 0; pixel < count; pixel++) {
      const mean = [0, 1, 2].map((it) => (this.#sums[pixel * 3 + it] ?? 0) / this.#looks)
      const luma = mean.reduce((sum, it) => sum + it, 0) / 3
      const variance = (this.#squares[pixel] ?? 0) / this.#looks - luma * luma
      const flicker = Math.sqrt(Math.max(0, variance))
      if (flicker > STILL) moving++
      pixels.set([...mean.map(Math.round), Math.min(255, Math.round(flicker))], pixel * 4)
    }
    const room = { width: this.#width, height: this.#height, pixels }
    return moving > count * MOST_MOVING ? null : room
  }
}

// Whoever fills this much of the picture is more likely a room that has changed.
const FULL = 0.85
// Pictures in a row.
const FULL_FOR = 60

/** Notices that what is seen is not the room any more that was learnt. */
export class RoomWatch {
  #full = 0

  /** Hears which part of a picture is not the room, from 0 to 1; whether the room is lost. */
  isLost(coverage: number): boolean {
    this.#full = coverage > FULL ? this.#full + 1 : 0
    return this.#full >= FULL_FOR
  }
}
