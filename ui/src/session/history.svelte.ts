import type { PastMeeting } from '../protocol/PastMeeting'
import type { PastMeetingDetails } from '../protocol/PastMeetingDetails'
import { type Api, ApiFailure } from './api'

/** The meetings of this person, newest first, as far as they were loaded. */
export class History {
  readonly #api: Api
  readonly #save: (file: Blob, name: string) => void
  #meetings: PastMeeting[] = $state.raw([])
  #more = $state(false)
  #state: 'idle' | 'loading' | 'ready' = $state('idle')
  #problem: ApiFailure | null = $state.raw(null)
  #asked = 0

  constructor(api: Api, save: (file: Blob, name: string) => void) {
    this.#api = api
    this.#save = save
  }

  get meetings(): readonly PastMeeting[] {
    return this.#meetings
  }

  /** Whether older ones can be loaded. */
  get more(): boolean {
    return this.#more
  }

  get state(): 'idle' | 'loading' | 'ready' {
    return this.#state
  }

  /** Why the last loading failed. */
  get problem(): ApiFailure | null {
    return this.#problem
  }

  /** Loads the newest ones, afresh. */
  async load(): Promise<void> {
    await this.#page(null)
  }

  /** Loads the next older ones. */
  async loadMore(): Promise<void> {
    await this.#page(this.#meetings.at(-1)?.startedAt ?? null)
  }

  /** Throws an {@link ApiFailure}, as do the next two. */
  details(code: string): Promise<PastMeetingDetails> {
    return this.#api.pastMeeting(code)
  }

  async remove(code: string): Promise<void> {
    await this.#api.deletePastMeeting(code)
    this.#meetings = this.#meetings.filter((meeting) => meeting.code !== code)
  }

  /** Takes every meeting out of the history. Throws an {@link ApiFailure}. */
  async removeAll(): Promise<void> {
    for (;;) {
      const { meetings } = await this.#api.history(null)
      for (const { code } of meetings) await this.#api.deletePastMeeting(code)
      if (meetings.length === 0) break
    }
    await this.load()
  }

  async download(code: string): Promise<void> {
    this.#save(await this.#api.exportPastMeeting(code), `hearth-${code}.json`)
  }

  async #page(before: number | null): Promise<void> {
    const asked = ++this.#asked
    this.#state = 'loading'
    this.#problem = null
    try {
      const { meetings, more } = await this.#api.history(before)
      if (asked !== this.#asked) return
      this.#meetings = before === null ? meetings : [...this.#meetings, ...meetings]
      this.#more = more
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure
      if (asked === this.#asked) this.#problem = failure
    }
    if (asked === this.#asked) this.#state = 'ready'
  }
}
