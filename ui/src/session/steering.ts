import type { Deed } from '../protocol/Deed'
import { type Reply, UNREACHABLE } from './failure'
import type { Presence } from './presence'

const ANSWER_WITHIN = 10_000

/** Asks the page that holds the call at hand, and matches its answers. */
export class Steering {
  readonly #presence: Presence
  readonly #asked = new Map<number, (reply: Reply) => void>()
  #ask = 0

  constructor(presence: Presence) {
    this.#presence = presence
    presence.listen({
      onevent: (event) => {
        if (event.type === 'steerAnswered') this.#asked.get(event.ask)?.(event.reply as Reply)
      },
    })
  }

  async steer(deed: Deed): Promise<Reply> {
    const ask = ++this.#ask
    let timer: ReturnType<typeof setTimeout> | undefined
    const answered = new Promise<Reply>((resolve) => {
      this.#asked.set(ask, resolve)
      timer = setTimeout(() => {
        resolve(UNREACHABLE)
      }, ANSWER_WITHIN)
    })
    const passed = await this.#presence.request({ type: 'steer', ask, deed })
    const reply = passed.ok ? await answered : passed
    clearTimeout(timer)
    this.#asked.delete(ask)
    return reply
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    for (const answer of this.#asked.values()) answer(UNREACHABLE)
  }
}
