import { SvelteMap } from 'svelte/reactivity'

import type { Named } from '../protocol/Named'
import type { NativeEvent } from '../protocol/NativeEvent'
import type { Participant } from '../protocol/Participant'
import type { Policy } from '../protocol/Policy'
import type { Rights } from '../protocol/Rights'
import { say } from '../words/speech.svelte'

type Welcome = Extract<NativeEvent, { type: 'welcome' }>

const ALLOWED: Policy = {
  microphone: true,
  camera: true,
  screen: true,
  chat: true,
  files: true,
  keepFiles: true,
  notes: true,
  lobby: false,
  locked: false,
}

/** Who is in, who waits, and who may do what. */
export class People {
  #all: readonly Participant[] = $state.raw([])
  #waiting: readonly Named[] = $state.raw([])
  #policy = $state.raw(ALLOWED)
  #spotlight: number | null = $state(null)
  #you: number | null = $state(null)
  #owner = $state(false)
  // Since when those without a connection have none, as far as this page knows.
  readonly #lost = new SvelteMap<number, number>()

  /** Everyone, oneself included, in order of arrival. */
  get all(): readonly Participant[] {
    return this.#all
  }

  /** Everyone else. */
  get others(): readonly Participant[] {
    return this.#all.filter(({ id }) => id !== this.#you)
  }

  get me(): Participant | null {
    return this.#you === null ? null : this.find(this.#you)
  }

  get host(): Participant | null {
    return this.#all.find(({ role }) => role === 'host') ?? null
  }

  /** Who raised a hand, the first one first. */
  get hands(): readonly Participant[] {
    return this.#all
      .filter(({ hand }) => hand !== null)
      .sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0))
  }

  /** Who waits in the lobby; known to those who may admit. */
  get waiting(): readonly Named[] {
    return this.canAdmit ? this.#waiting : []
  }

  get policy(): Policy {
    return this.#policy
  }

  /** Who is shown large to everyone. */
  get spotlight(): Participant | null {
    return this.#spotlight === null ? null : this.find(this.#spotlight)
  }

  /** Whether the meeting is one's own. */
  get owner(): boolean {
    return this.#owner
  }

  get isHost(): boolean {
    return this.me?.role === 'host'
  }

  /** Whether one looks after the lobby and the policy. */
  get canAdmit(): boolean {
    return this.isHost || this.me?.role === 'coHost'
  }

  get canTakeOver(): boolean {
    const { me, host } = this
    if (me === null || me.role === 'host') return false
    return this.#owner || (me.role === 'coHost' && host?.connected === false)
  }

  /** Whether one may take the words of others: hosts, and the owner who reads from outside. */
  get keepsOrder(): boolean {
    return this.canAdmit || (this.me === null && this.#owner)
  }

  /** Whether one may mute, remove or otherwise act on someone else. */
  canActOn({ id, role }: Participant): boolean {
    if (id === this.#you) return false
    return this.isHost || (this.me?.role === 'coHost' && role === 'participant')
  }

  /** Whether the policy, or what hosts decided for one, lets one use this. */
  may(what: keyof Rights | 'files'): boolean {
    if (what === 'chat' && this.keepsOrder) return true
    if (what === 'files') return this.canAdmit || this.#policy.files
    return this.canAdmit || (this.me?.rights ?? this.#policy)[what]
  }

  /** What somebody may use who is neither host nor co-host. */
  rightsOf({ rights }: Participant): Rights {
    if (rights !== null) return rights
    const { microphone, camera, screen, chat, notes } = this.#policy
    return { microphone, camera, screen, chat, notes }
  }

  /** Whether somebody may use this, oneself or another. */
  lets(who: Participant, what: keyof Rights): boolean {
    return who.role !== 'participant' || this.rightsOf(who)[what]
  }

  find(id: number): Participant | null {
    return this.#all.find((participant) => participant.id === id) ?? null
  }

  /** Someone's name, or words for somebody who is unknown. */
  nameOf(id: number): string {
    return this.find(id)?.name ?? say.common.someone
  }

  /** Since when somebody has no connection; null while they have. */
  lostSince(id: number): number | null {
    return this.#lost.get(id) ?? null
  }

  welcome({ you, owner, participants, waiting, policy, spotlight }: Welcome): void {
    this.#you = you
    this.#owner = owner
    this.#all = participants.toSorted((a, b) => a.id - b.id)
    this.#waiting = waiting
    this.#policy = policy
    this.#spotlight = spotlight
    this.#lost.clear()
    for (const { id, connected } of participants) if (!connected) this.#lost.set(id, Date.now())
  }

  /** Hears what happened. */
  hear(event: NativeEvent): void {
    switch (event.type) {
      case 'chatOpened':
        // From outside one sees nobody.
        this.#you = null
        this.#all = []
        this.#waiting = []
        this.#owner = event.owner
        this.#policy = event.policy
        break
      case 'joined':
      case 'renewed':
        this.#all = [
          ...this.#all.filter(({ id }) => id !== event.participant.id),
          event.participant,
        ].sort((a, b) => a.id - b.id)
        break
      case 'left':
        this.#all = this.#all.filter(({ id }) => id !== event.who)
        this.#lost.delete(event.who)
        break
      case 'connectionLost':
        this.#change(event.who, { connected: false })
        this.#lost.set(event.who, Date.now())
        break
      case 'connectionResumed':
        this.#change(event.who, { connected: true })
        this.#lost.delete(event.who)
        break
      case 'roleChanged':
        this.#change(event.who, { role: event.role })
        // Whoever may not admit any more hears no more of who waits.
        if (!this.canAdmit) this.#waiting = []
        break
      case 'rightsChanged':
        this.#change(event.who, { rights: event.rights })
        break
      case 'mediaChanged':
        this.#change(event.who, { media: event.media })
        break
      case 'nameChanged':
        this.#change(event.who, { name: event.name })
        break
      case 'spotlightChanged':
        this.#spotlight = event.who
        break
      case 'handChanged':
        this.#change(event.who, { hand: event.hand })
        break
      case 'policyChanged':
        this.#policy = event.policy
        break
      case 'knocked':
        this.#waiting = [...this.#waiting.filter(({ id }) => id !== event.who.id), event.who]
        break
      case 'knockAnswered':
        this.#waiting = this.#waiting.filter(({ id }) => id !== event.who)
        break
      case 'entrusted':
        this.#waiting = event.waiting
        break
      default:
        break
    }
  }

  #change(who: number, change: Partial<Participant>): void {
    this.#all = this.#all.map((it) => (it.id === who ? { ...it, ...change } : it))
  }
}
