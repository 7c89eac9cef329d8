import type { CallCard } from '../protocol/CallCard'
import type { NativeEvent } from '../protocol/NativeEvent'
import { explain } from '../words/explain'
import type { Failure, Reply } from './failure'
import type { Presence } from './presence'
import { Room } from './room.svelte'
import { Steering } from './steering'

/** A call of another page that is over. */
export interface Over {
  path: string
  title: string | null
  /** What ended it; `left` for whatever was not heard. */
  how: 'left' | 'denied' | 'removed' | 'ended'
}

interface ConsoleOptions {
  presence: Presence
  /** The call at hand began, changed or ended. */
  onchange: (card: CallCard | null) => void
  /** Something happened in it. */
  onevent: (event: NativeEvent, room: Room) => void
}

/** What another page's call looks like from this page, and what this page asks of it. */
export class Console {
  readonly #options: ConsoleOptions
  readonly #steering: Steering
  #card: CallCard | null = $state.raw(null)
  #room: Room | null = $state.raw(null)
  // What the room shows: the same call, as far as this page can tell.
  #shown: string | null = null
  // Of which call it is asked to see something.
  #asked: string | null = null
  #how: Over['how'] = 'left'
  #over: Over | null = $state.raw(null)

  constructor(options: ConsoleOptions) {
    this.#options = options
    this.#steering = new Steering(options.presence)
    options.presence.listen({
      onlost: () => {
        this.#clear()
      },
      onevent: (event) => {
        this.#hear(event)
      },
    })
  }

  /** The call that another page at this computer holds; null if none does. */
  get card(): CallCard | null {
    return this.#card
  }

  /** Who is in, and what they say; null before it is known. */
  get room(): Room | null {
    return this.#room?.people.me == null ? null : this.#room
  }

  /** The call that was at hand last, until another begins or that is read. */
  get over(): Over | null {
    return this.#over
  }

  /** Has read that the call is over. */
  dismiss(): void {
    this.#over = null
  }

  /** Why that was not done, or null; so does the next. */
  setMicrophone(on: boolean): Promise<Failure | null> {
    return this.#switch('setMicrophone', on)
  }

  setCamera(on: boolean): Promise<Failure | null> {
    return this.#switch('setCamera', on)
  }

  async toggleMicrophone(): Promise<void> {
    if (this.#card !== null) await this.setMicrophone(!this.#card.media.microphone.enabled)
  }

  async toggleCamera(): Promise<void> {
    if (this.#card !== null) await this.setCamera(!this.#card.media.camera.enabled)
  }

  async leave(): Promise<Failure | null> {
    return failureOf(await this.#steering.steer({ type: 'leave' }))
  }

  async #switch(type: 'setMicrophone' | 'setCamera', on: boolean): Promise<Failure | null> {
    const failure = failureOf(await this.#steering.steer({ type, on }))
    if (failure !== null) this.#room?.notices.tell(explain(failure), 'worry')
    return failure
  }

  #hear(event: NativeEvent): void {
    switch (event.type) {
      case 'callHeld':
        this.#held(event.card)
        break
      case 'callReleased':
        this.#released()
        break
      case 'mirrored':
        this.#mirrored(event.event as NativeEvent)
        break
      default:
        break
    }
  }

  #mirrored(event: NativeEvent): void {
    if (this.#room === null) return
    this.#room.hear(event)
    this.#options.onevent(event, this.#room)
    if (event.type === 'denied' || event.type === 'removed' || event.type === 'ended') {
      this.#how = event.type
    }
  }

  #held(card: CallCard): void {
    this.#card = card
    this.#over = null
    this.#how = 'left'
    const call = card.since === null ? null : `${card.path} ${card.since}`
    if (call !== this.#shown) {
      this.#shown = call
      this.#room = call === null ? null : this.#newRoom()
    }
    if (call !== null && this.room === null) void this.#askToSee(call)
    this.#options.onchange(card)
  }

  /** What is asked may get lost, with the page that is asked; then the next change is a reason to ask again. */
  async #askToSee(call: string): Promise<void> {
    if (call === this.#asked) return
    this.#asked = call
    await this.#steering.steer({ type: 'show' })
    if (call === this.#asked) this.#asked = null
  }

  #released(): void {
    if (this.#card === null) return
    const { path, title } = this.#card
    this.#over = { path, title, how: this.#how }
    this.#clear()
  }

  /** There is no call, or nobody to tell of it. */
  #clear(): void {
    this.#steering.giveUp()
    this.#room = null
    this.#shown = null
    this.#asked = null
    if (this.#card === null) return
    this.#card = null
    this.#options.onchange(null)
  }

  #newRoom(): Room {
    return new Room((request) => this.#steering.steer({ type: 'request', request }))
  }
}

function failureOf(reply: Reply): Failure | null {
  return reply.ok ? null : reply.error
}
