/** Two gentle notes, as of a bell, one over the other; Hz. */
const NOTES = [659.25, 880]
const STRIKE = 0.18
const REST = 2.4
const LOUDNESS = 0.12

/** The part of an audio context that rings. */
export type Chime = Pick<
  AudioContext,
  'currentTime' | 'destination' | 'createOscillator' | 'createGain' | 'resume' | 'close'
>

/** Rings until it is told to stop; returns what stops it. */
export function ring(open: () => Chime = () => new AudioContext()): () => void {
  const chime = open()
  // A page on which nobody has clicked yet may be kept silent.
  void chime.resume()
  strike(chime)
  const timer = setInterval(() => {
    strike(chime)
  }, REST * 1000)
  return () => {
    clearInterval(timer)
    void chime.close()
  }
}

/** Four strokes, each dying away as a bell does. */
function strike(chime: Chime): void {
  for (let stroke = 0; stroke < 4; stroke++) {
    const at = chime.currentTime + stroke * STRIKE
    const bell = chime.createOscillator()
    const loudness = chime.createGain()
    bell.frequency.value = NOTES[stroke % NOTES.length] ?? 0
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01)
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.6)
    bell.connect(loudness)
    loudness.connect(chime.destination)
    bell.start(at)
    bell.stop(at + 0.6)
  }
}
