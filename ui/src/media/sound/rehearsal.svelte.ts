/** Records a track for a while, or until it is stopped. */
export interface Recording {
  /** What was recorded, once it is over. */
  readonly result: Promise<Blob>
  stop: () => void
}

/** Plays what was recorded. */
export interface Playing {
  readonly over: Promise<void>
  stop: () => void
}

export interface Booth {
  record: (track: MediaStreamTrack) => Recording
  play: (sound: Blob, speaker: string) => Playing
}

export type RehearsalState = 'idle' | 'recording' | 'playing' | 'failed'

const LENGTH = 5000

/** Lets one hear oneself as the others do. What is recorded is kept until it was played. */
export class Rehearsal {
  readonly #booth: Booth
  #state: RehearsalState = $state('idle')
  #stop = () => {}
  // What comes of an earlier one no longer matters.
  #turn = 0

  constructor(booth: Booth = browserBooth) {
    this.#booth = booth
  }

  get state(): RehearsalState {
    return this.#state
  }

  /** Records a track for five seconds, and plays it at a speaker. */
  async begin(track: MediaStreamTrack, speaker: () => string): Promise<void> {
    this.stop()
    const turn = this.#turn
    try {
      const recording = this.#booth.record(track)
      this.#go('recording', recording.stop)
      const timer = setTimeout(recording.stop, LENGTH)
      const sound = await recording.result
      clearTimeout(timer)
      if (turn !== this.#turn) return
      const playing = this.#booth.play(sound, speaker())
      this.#go('playing', playing.stop)
      await playing.over
      if (turn === this.#turn) this.stop()
    } catch (error) {
      console.debug('The voice could not be tested.', error)
      if (turn === this.#turn) this.#go('failed', () => {})
    }
  }

  /** Neither records nor plays any more. */
  stop(): void {
    this.#turn++
    this.#stop()
    this.#go('idle', () => {})
  }

  #go(state: RehearsalState, stop: () => void): void {
    this.#state = state
    this.#stop = stop
  }
}

const browserBooth: Booth = {
  record(track) {
    const recorder = new MediaRecorder(new MediaStream([track]))
    const parts: Blob[] = []
    const result = new Promise<Blob>((resolve, reject) => {
      recorder.ondataavailable = ({ data }) => parts.push(data)
      recorder.onstop = () => {
        resolve(new Blob(parts, { type: recorder.mimeType }))
      }
      recorder.onerror = () => {
        reject(new Error('The recorder failed.'))
      }
    })
    recorder.start()
    return {
      result,
      stop: () => {
        if (recorder.state !== 'inactive') recorder.stop()
      },
    }
  },

  play(sound, speaker) {
    const url = URL.createObjectURL(sound)
    const audio = new Audio(url)
    const over = new Promise<void>((resolve, reject) => {
      audio.onended = () => {
        resolve()
      }
      audio.onerror = () => {
        reject(new Error('The recording cannot be played.'))
      }
      void begin().catch(reject)
    })
    async function begin(): Promise<void> {
      if ('setSinkId' in audio) await audio.setSinkId(speaker)
      await audio.play()
    }
    return {
      over,
      stop: () => {
        audio.pause()
        URL.revokeObjectURL(url)
      },
    }
  },
}
