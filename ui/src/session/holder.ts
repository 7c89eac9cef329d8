import type { Deed } from '../protocol/Deed'
import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeReply } from '../protocol/NativeReply'
import type { NativeRequest } from '../protocol/NativeRequest'
import { say } from '../words/speech.svelte'
import { cardOf } from './card'
import type { Failure, Reply } from './failure'
import type { Meeting } from './meeting.svelte'
import type { Presence } from './presence'

// What whoever is in a meeting may ask; how one sits in it is the page's own business.
const STEERED: Record<NativeRequest['type'], boolean> = {
  admit: true,
  letBack: true,
  muteAll: true,
  setRights: true,
  admitAll: true,
  deny: true,
  setPolicy: true,
  setRole: true,
  handOver: true,
  takeOver: true,
  raiseHand: true,
  lowerHand: true,
  react: true,
  openPoll: true,
  vote: true,
  closePoll: true,
  deletePoll: true,
  say: true,
  editMessage: true,
  deleteMessage: true,
  setTyping: true,
  declineFile: true,
  withdrawFile: true,
  mute: true,
  askToUnmute: true,
  rename: true,
  spotlight: true,
  stopScreen: true,
  remove: true,
  end: true,
  enter: false,
  resume: false,
  join: false,
  openChat: false,
  leave: false,
  setMedia: false,
  signal: false,
  // The file is where the call is.
  offerFile: false,
  // The server would not tell this page what another wrote in its place.
  openNotes: false,
  editNotes: false,
  standBy: false,
  ring: false,
  answerRing: false,
  endRing: false,
  holdCall: false,
  releaseCall: false,
  mirror: false,
  steer: false,
  answerSteer: false,
}

const DONE: NativeReply = { ok: true }

/** Tells the other pages at this computer of the call that this page holds, and does what they ask. */
export class Holder {
  readonly #presence: Presence
  /** Whether this page is in front of somebody's eyes. */
  readonly #seen: () => boolean
  #meeting: Meeting | null = null
  // The card that the server has, as text; null while it has none.
  #told: string | null = null
  #isTelling = false
  // Nobody is told what happens in there before somebody asked to see it.
  #isWatched = false

  constructor(presence: Presence, seen: () => boolean) {
    this.#presence = presence
    this.#seen = seen
    presence.listen({
      onstanding: () => {
        this.#told = null
        this.update()
      },
      onevent: (event) => {
        if (event.type === 'steered') void this.#steered(event.from, event.ask, event.deed)
      },
    })
  }

  /** From now on this page holds this call; null for none. */
  hold(meeting: Meeting | null): void {
    this.#meeting = meeting
    this.#isWatched = false
    this.update()
  }

  /** Something may be otherwise. One change often brings another; they are told together. */
  update(): void {
    if (this.#isTelling) return
    this.#isTelling = true
    queueMicrotask(() => {
      this.#isTelling = false
      this.#tell()
    })
  }

  /** Lets the others hear what the page heard. */
  hear(meeting: Meeting, event: NativeEvent): void {
    if (meeting !== this.#meeting) return
    const isShown = event.type !== 'signalled' && event.type !== 'notesEdited'
    if (this.#isWatched && isShown) this.#mirror(event)
    this.update()
  }

  #tell(): void {
    const card = this.#meeting === null ? null : cardOf(this.#meeting, this.#seen())
    const text = card === null ? null : JSON.stringify(card)
    if (text === this.#told || !this.#presence.standing) return
    const isAnew = this.#told === null
    this.#told = text
    void this.#presence.request(
      card === null ? { type: 'releaseCall' } : { type: 'holdCall', card },
    )
    // Whoever watches missed what happened while this page did not stand by.
    if (isAnew && this.#isWatched) this.#show()
  }

  #show(): void {
    this.#isWatched = true
    const welcome = this.#meeting?.room.welcome ?? null
    if (welcome !== null) this.#mirror(welcome)
  }

  #mirror(event: NativeEvent): void {
    void this.#presence.request({ type: 'mirror', event })
  }

  async #steered(from: number, ask: number, deed: Deed): Promise<void> {
    const reply = this.#meeting === null ? refused('no_call') : await this.#do(this.#meeting, deed)
    // The tray waits for no answer.
    if (from !== 0) await this.#presence.request({ type: 'answerSteer', to: from, ask, reply })
  }

  async #do(meeting: Meeting, deed: Deed): Promise<NativeReply> {
    switch (deed.type) {
      case 'show':
        this.#show()
        return DONE
      case 'setMicrophone':
        return replyTo(await meeting.switches.setMicrophone(deed.on))
      case 'setCamera':
        return replyTo(await meeting.switches.setCamera(deed.on))
      case 'leave':
        meeting.leave()
        return DONE
      case 'request':
        return isSteered(deed.request)
          ? spelled(await meeting.request(deed.request))
          : refused('not_allowed')
      default:
        return deed satisfies never
    }
  }
}

function isSteered(request: unknown): request is NativeRequest {
  if (typeof request !== 'object' || request === null || !('type' in request)) return false
  const steered: Partial<Record<string, boolean>> = STEERED
  return typeof request.type === 'string' && steered[request.type] === true
}

function replyTo(failure: Failure | null): NativeReply {
  return failure === null ? DONE : spelled({ ok: false, error: failure })
}

/** A reply as other pages know it: they have no word for a server that this page cannot reach. */
function spelled(reply: Reply): NativeReply {
  if (reply.ok) return reply
  const { code, message } = reply.error
  if (code === 'unreachable' || code === 'identity_changed') return refused('unavailable')
  return { ok: false, error: { code, message } }
}

function refused(code: 'no_call' | 'not_allowed' | 'unavailable'): NativeReply {
  return { ok: false, error: { code, message: say.refusals[code] } }
}
