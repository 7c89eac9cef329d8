/** The part of an audio context that sounds. */
export type Chime = Pick<
  AudioContext,
  'currentTime' | 'destination' | 'createOscillator' | 'createGain' | 'resume' | 'close'
>

export interface Stroke {
  /** In seconds, as an audio context counts them. */
  at: number
  /** In Hz. */
  pitch: number
  loudness: number
  length: number
}

/** One stroke that dies away as a bell's does. */
export function strike(chime: Chime, { at, pitch, loudness, length }: Stroke): void {
  const bell = chime.createOscillator()
  const gain = chime.createGain()
  bell.frequency.value = pitch
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(loudness, at + 0.01)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + length)
  bell.connect(gain)
  gain.connect(chime.destination)
  bell.start(at)
  bell.stop(at + length)
}

/** Sounds at a speaker, where the browser lets pages choose; an empty id is the system's. */
export function chimeAt(speaker: string): Chime {
  const canChoose = speaker !== '' && 'setSinkId' in AudioContext.prototype
  const options: AudioContextOptions & { sinkId?: string } = canChoose ? { sinkId: speaker } : {}
  return new AudioContext(options)
}
