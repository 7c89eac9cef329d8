import type { FileQuota } from '../protocol/FileQuota'
import { type Api, type ApiFailure, attempt } from './api'

/** How many bytes of files this computer keeps with its meetings. */
export class Quota {
  readonly #api: Api
  #kept: FileQuota | null = $state.raw(null)
  #problem: ApiFailure | null = $state.raw(null)

  constructor(api: Api) {
    this.#api = api
  }

  /** What is set; null before the server has told. */
  get kept(): FileQuota | null {
    return this.#kept
  }

  /** Why it could not be loaded or set the last time. */
  get problem(): ApiFailure | null {
    return this.#problem
  }

  async load(): Promise<void> {
    this.#problem = await attempt(async () => {
      this.#kept = await this.#api.fileQuota()
    })
  }

  async set(change: Partial<FileQuota>): Promise<void> {
    const kept = this.#kept
    if (kept === null) return
    this.#problem = await attempt(async () => {
      this.#kept = await this.#api.setFileQuota({ ...kept, ...change })
    })
  }
}
