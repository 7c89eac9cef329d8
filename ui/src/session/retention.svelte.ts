import { type Api, type ApiFailure, attempt } from './api'

/** For how long this computer keeps its history. */
export class Retention {
  readonly #api: Api
  #known = $state(false)
  #days: number | null = $state(null)
  #problem: ApiFailure | null = $state.raw(null)

  constructor(api: Api) {
    this.#api = api
  }

  /** Whether the server has told. */
  get known(): boolean {
    return this.#known
  }

  /** For how many days; null for ever. */
  get days(): number | null {
    return this.#days
  }

  /** Why it could not be loaded or kept the last time. */
  get problem(): ApiFailure | null {
    return this.#problem
  }

  /** Whether older meetings go when it is set to so many days. */
  shortens(days: number | null): boolean {
    return days !== null && (this.#days === null || days < this.#days)
  }

  async load(): Promise<void> {
    this.#problem = await attempt(async () => {
      this.#days = (await this.#api.retention()).days
      this.#known = true
    })
  }

  async keep(days: number | null): Promise<void> {
    this.#problem = await attempt(async () => {
      this.#days = (await this.#api.setRetention({ days })).days
    })
  }
}
