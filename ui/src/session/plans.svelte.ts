import type { MeetingInfo } from '../protocol/MeetingInfo'
import type { PastMeeting } from '../protocol/PastMeeting'
import type { PlanMeeting } from '../protocol/PlanMeeting'
import { type Api, type ApiFailure, attempt } from './api'

/** What is planned for later, and the room that is one's own. */
export class Plans {
  readonly #api: Api
  #meetings: readonly PastMeeting[] = $state.raw([])
  #room: string | null = $state(null)

  constructor(api: Api) {
    this.#api = api
  }

  /** Soonest first, as last heard. */
  get meetings(): readonly PastMeeting[] {
    return this.#meetings
  }

  /** The code of one's own room; null for none, as far as is known. */
  get room(): string | null {
    return this.#room
  }

  /** Asks anew; why that was not answered, or null. */
  load(): Promise<ApiFailure | null> {
    return attempt(async () => {
      const [meetings, { code }] = await Promise.all([this.#api.plans(), this.#api.room()])
      this.#meetings = meetings
      this.#room = code
    })
  }

  /** Makes a meeting for later. Throws an {@link ApiFailure}, as do the others. */
  async make({ title, plan }: PlanMeeting, lasting: boolean): Promise<MeetingInfo> {
    const meeting = await this.#api.createMeeting({
      ...(title === null ? {} : { title }),
      ...(plan === null ? {} : { plan }),
      lasting,
    })
    await this.load()
    return meeting
  }

  async change(code: string, plan: PlanMeeting): Promise<void> {
    await this.#api.plan(code, plan)
    await this.load()
  }

  async cancel(code: string): Promise<void> {
    await this.#api.deletePastMeeting(code)
    await this.load()
  }

  /** The code of one's own room, which is made at its first use. */
  async enterRoom(): Promise<string> {
    const { code } = await this.#api.makeRoom()
    this.#room = code
    return code ?? ''
  }
}
