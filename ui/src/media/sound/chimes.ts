import { type Chime, chimeAt, strike } from './bell'

/** What a call sounds for; `test` is for whoever tries a speaker. */
export type Tune = 'joined' | 'left' | 'knocked' | 'hand' | 'message' | 'test'

/** The notes of each, in Hz, and how far apart they are, in seconds. */
const TUNES: Record<Tune, { notes: readonly number[]; apart: number }> = {
  joined: { notes: [523.25, 783.99], apart: 0.12 },
  left: { notes: [659.25, 440], apart: 0.12 },
  knocked: { notes: [392, 392, 587.33], apart: 0.14 },
  hand: { notes: [880, 1046.5], apart: 0.09 },
  message: { notes: [987.77], apart: 0 },
  test: { notes: [523.25, 659.25, 783.99, 1046.5], apart: 0.25 },
}
const LOUDNESS = 0.07
const LENGTH = 0.5

/** Plays a tune once, softly, at a speaker. */
export function play(
  tune: Tune,
  speaker: string,
  open: (speaker: string) => Chime = chimeAt,
): void {
  const { notes, apart } = TUNES[tune]
  const chime = open(speaker)
  void chime.resume()
  for (const [index, pitch] of notes.entries()) {
    strike(chime, {
      at: chime.currentTime + index * apart,
      pitch,
      loudness: LOUDNESS,
      length: LENGTH,
    })
  }
  // A page that may not sound yet does not catch up on it later.
  setTimeout(() => void chime.close(), (notes.length * apart + LENGTH) * 1000 + 200)
}
