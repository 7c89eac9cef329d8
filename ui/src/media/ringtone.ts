import { type Chime, strike } from './sound/bell'

/** Two gentle notes, as of a bell, one over the other; Hz. */
const NOTES = [659.25, 880]
const STRIKE = 0.18
const REST = 2.4
const LOUDNESS = 0.12

/** Rings until it is told to stop; returns what stops it. */
export function ring(open: () => Chime): () => void {
  const chime = open()
  // A page on which nobody has clicked yet may be kept silent.
  void chime.resume()
  peal(chime)
  const timer = setInterval(() => {
    peal(chime)
  }, REST * 1000)
  return () => {
    clearInterval(timer)
    void chime.close()
  }
}

/** Four strokes, each dying away as a bell does. */
function peal(chime: Chime): void {
  for (let stroke = 0; stroke < 4; stroke++) {
    const at = chime.currentTime + stroke * STRIKE
    strike(chime, { at, pitch: NOTES[stroke % NOTES.length] ?? 0, loudness: LOUDNESS, length: 0.6 })
  }
}
