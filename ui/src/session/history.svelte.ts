import type { Kept } from '../protocol/Kept'
import type { PastMeeting } from '../protocol/PastMeeting'
import type { PastMeetingDetails } from '../protocol/PastMeetingDetails'
import { type Api, ApiFailure, type HistoryPage } from './api'

const FORMS = { ics: 'text/calendar', md: 'text/markdown' }

/** The meetings of this person, newest first, as far as they were loaded. */
export class History {
  readonly #api: Api
  readonly #save: (file: Blob, name: string) => void
  #meetings: PastMeeting[] = $state.raw([])
  #more = $state(false)
  #state: 'idle' | 'loading' | 'ready' = $state('idle')
  #problem: ApiFailure | null = $state.raw(null)
  #asked = 0
  #search = ''

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

  /** The words that those which are shown have. */
  get search(): string {
    return this.#search
  }

  /** Loads the newest ones, afresh; with words, those that have all of them. */
  async load(search = ''): Promise<void> {
    this.#search = search.trim()
    await this.#page({})
  }

  /** All that started between two moments, newest first. Throws an {@link ApiFailure}. */
  async between(since: number, before: number): Promise<PastMeeting[]> {
    const found: PastMeeting[] = []
    for (;;) {
      const page = { since, before: found.at(-1)?.startedAt ?? before, limit: 50 }
      const { meetings, more } = await this.#api.history(page)
      found.push(...meetings)
      if (!more || meetings.length === 0) return found
    }
  }

  /** Loads the next older ones. */
  async loadMore(): Promise<void> {
    const before = this.#meetings.at(-1)?.startedAt
    await this.#page(before === undefined ? {} : { before })
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
      const { meetings } = await this.#api.history()
      for (const { code } of meetings) await this.#api.deletePastMeeting(code)
      if (meetings.length === 0) break
    }
    await this.load()
  }

  /** Keeps one's own meeting for so long. Throws an {@link ApiFailure}. */
  async keep(code: string, kept: Kept): Promise<void> {
    await this.#api.keepPastMeeting(code, kept)
  }

  /** Gives all that is known of a meeting as JSON. Throws an {@link ApiFailure}. */
  async download(code: string): Promise<void> {
    this.#save(await this.#api.exportPastMeeting(code), `hearth-${code}.json`)
  }

  /** Gives what is said of a meeting as a file to keep. */
  save(code: string, text: string, form: keyof typeof FORMS): void {
    this.#save(new Blob([text], { type: FORMS[form] }), `hearth-${code}.${form}`)
  }

  async #page(page: HistoryPage): Promise<void> {
    const asked = ++this.#asked
    this.#state = 'loading'
    this.#problem = null
    try {
      const { meetings, more } = await this.#api.history({ ...page, search: this.#search })
      if (asked !== this.#asked) return
      this.#meetings = page.before === undefined ? meetings : [...this.#meetings, ...meetings]
      this.#more = more
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure
      if (asked === this.#asked) this.#problem = failure
    }
    if (asked === this.#asked) this.#state = 'ready'
  }
}
