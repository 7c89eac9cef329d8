import type { Digest } from '../../media/files/digest'
import { ApiFailure } from '../api'
import { type KeptFiles, isPassing } from './kept'
import type { Source } from './outgoing.svelte'
import { Progress } from './progress.svelte'

const PIECE = 2 * 1024 * 1024
const RETRY_AFTER = 2000

export type UploadState = 'sending' | 'kept' | 'refused'

/** One's own file on its way to the server that keeps it. */
export class Upload {
  readonly progress: Progress
  readonly #source: Source
  readonly #digest: Digest
  readonly #kept: KeptFiles
  readonly #code: () => string
  readonly #file: number
  readonly #onrefused: (failure: ApiFailure) => void
  #state: UploadState = $state('sending')
  #hashed = 0
  #isOn = true

  constructor(
    source: Source,
    digest: Digest,
    kept: KeptFiles,
    where: { code: () => string; file: number },
    onrefused: (failure: ApiFailure) => void,
  ) {
    this.progress = new Progress(source.size)
    this.#source = source
    this.#digest = digest
    this.#kept = kept
    this.#code = where.code
    this.#file = where.file
    this.#onrefused = onrefused
    void this.#run()
  }

  get state(): UploadState {
    return this.#state
  }

  /** It is not to be kept any more. */
  end(): void {
    if (!this.#isOn) return
    this.#isOn = false
    this.#digest.close()
  }

  async #run(): Promise<void> {
    while (this.#isOn) {
      try {
        await this.#send()
        return
      } catch (failure) {
        if (!this.#isRunning) return
        const isGone = !(failure instanceof ApiFailure)
        if (isGone || !(isPassing(failure.code) || failure.code === 'other_place')) {
          this.#state = 'refused'
          this.end()
          this.#onrefused(isGone ? new ApiFailure({ code: 'file_changed', message: '' }) : failure)
          return
        }
        this.progress.rest()
        await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER))
      }
    }
  }

  // Asked anew each time, as it can change while something is awaited.
  get #isRunning(): boolean {
    return this.#isOn
  }

  /** Goes on where the server is. */
  async #send(): Promise<void> {
    const { size } = this.#source
    let { bytes, sha256 } = await this.#kept.arrived(this.#code(), this.#file)
    while (bytes < size && sha256 === null && this.#isOn) {
      const piece = this.#source.slice(bytes, Math.min(size, bytes + PIECE))
      const read = await piece.arrayBuffer()
      const known = this.#hashed - bytes
      if (known < read.byteLength) {
        this.#hashed = bytes + read.byteLength
        await this.#digest.add(read.slice(Math.max(0, known)))
      }
      ;({ bytes, sha256 } = await this.#kept.putFile(this.#code(), this.#file, bytes, piece))
      this.progress.to(bytes)
    }
    if (!this.#isOn) return
    if (sha256 === null) {
      await this.#kept.finishFile(this.#code(), this.#file, await this.#digest.hex())
    }
    this.#state = 'kept'
    this.end()
  }
}
