import type { Message } from '../protocol/Message'
import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeRequest } from '../protocol/NativeRequest'
import type { Policy } from '../protocol/Policy'
import type { Rights } from '../protocol/Rights'
import { explain } from '../words/explain'
import { say } from '../words/speech.svelte'
import { Announcements, type Topic } from './announcements.svelte'
import { Chat } from './chat.svelte'
import { Draft } from './draft.svelte'
import type { Reply } from './failure'
import { Offers } from './files/offers.svelte'
import { newsOf } from './news'
import { Notes } from './notes.svelte'
import { Notices } from './notices.svelte'
import { Office } from './office.svelte'
import { People } from './people.svelte'
import { Polls } from './polls.svelte'
import { Reactions } from './reactions.svelte'
import { Typists } from './typing.svelte'

type Welcome = Extract<NativeEvent, { type: 'welcome' }>

/** A meeting as somebody in it sees it, and what they may ask there, wherever the call is held. */
export class Room {
  readonly people = new People()
  readonly office = new Office()
  readonly offers = new Offers()
  readonly chat = new Chat(() => {
    this.offers.look()
  })
  readonly typists = new Typists()
  readonly polls = new Polls()
  readonly draft: Draft
  readonly notes: Notes
  readonly reactions = new Reactions()
  /** What a screen reader tells of it. */
  readonly announcements: Announcements
  readonly notices = new Notices((text, kind) => {
    this.announcements.tell(text, kind)
  })

  // Who asks one to unmute.
  #asker: number | null = $state(null)

  readonly #request: (request: NativeRequest) => Promise<Reply>

  /** `announces` says what the user wants to be told aloud. */
  constructor(
    request: (request: NativeRequest) => Promise<Reply>,
    announces: (topic: Topic) => boolean = () => true,
  ) {
    this.#request = request
    this.notes = new Notes(request)
    this.announcements = new Announcements(announces)
    this.draft = new Draft({
      chat: this.chat,
      find: (id) => this.people.find(id),
      say: (text, to, answers) => this.#isDone({ type: 'say', to, text, answers }),
      edit: (message, text) => this.#isDone({ type: 'editMessage', message, text }),
      // Nobody misses it where it is refused, as it is to whoever only reads along.
      typing: (to, typing) => {
        if (this.people.me !== null) void this.#request({ type: 'setTyping', to, typing })
      },
    })
  }

  /** What somebody who is shown the room now is to hear; null before one is in. */
  get welcome(): Welcome | null {
    const { me, owner, all, waiting, policy } = this.people
    if (me === null) return null
    return {
      type: 'welcome',
      you: me.id,
      owner,
      participants: [...all],
      waiting: [...waiting],
      removed: [...this.office.removed],
      log: [...this.office.log],
      policy,
      spotlight: this.people.spotlight?.id ?? null,
      chat: this.chat.latest(),
      polls: [...this.polls.all],
      files: [...this.offers.all],
    }
  }

  /** The name of who asks one to unmute, until one is heard or does not want to be. */
  get asker(): string | null {
    const isHeard = this.people.me?.media.microphone.enabled === true
    return this.#asker === null || isHeard ? null : this.people.nameOf(this.#asker)
  }

  /** How many lines and files by others are new. */
  get unread(): number {
    return this.chat.unread + this.offers.unread
  }

  /** Hears what happened. */
  hear(event: NativeEvent): void {
    const news = newsOf(event, this.people)
    if (news !== null) this.notices.tell(news.text, news.tone, news.kind)
    this.people.hear(event)
    this.office.hear(event)
    this.polls.hear(event)
    this.typists.hear(event)
    this.offers.hear(event, this.chat.open)
    this.notes.hear(event)
    switch (event.type) {
      case 'welcome':
        this.people.welcome(event)
        this.#asker = null
        this.chat.welcome(event.chat)
        break
      case 'chatOpened':
        this.chat.welcome(event.chat)
        break
      case 'askedToUnmute':
        this.#asker = event.by
        break
      case 'mediaChanged':
        if (event.who === this.people.me?.id && event.media.microphone.enabled) this.#asker = null
        break
      case 'reacted':
        this.reactions.show(event.who, event.emoji)
        break
      case 'said':
        this.chat.hear(event.message)
        this.#announceMessage(event.message)
        break
      case 'messageChanged':
        this.chat.change(event.message)
        break
      default:
        break
    }
  }

  raiseHand(): void {
    this.#ask({ type: 'raiseHand', raised: true })
  }

  /** Lowers one's own hand, or someone else's. */
  lowerHand(who?: number): void {
    const isMine = who === undefined || who === this.people.me?.id
    this.#ask(isMine ? { type: 'raiseHand', raised: false } : { type: 'lowerHand', who })
  }

  react(emoji: string): void {
    this.#ask({ type: 'react', emoji })
  }

  /** Whether one may take the words of this line. */
  mayDelete(line: Message): boolean {
    return (
      line.state !== 'deleted' && this.people.may('chat') && (line.mine || this.people.keepsOrder)
    )
  }

  deleteMessage(message: number): void {
    this.#ask({ type: 'deleteMessage', message })
  }

  /** Asks everyone something; false when that was refused. */
  openPoll(question: Omit<Extract<NativeRequest, { type: 'openPoll' }>, 'type'>): Promise<boolean> {
    return this.#isDone({ type: 'openPoll', ...question })
  }

  /** Chooses these places of a poll, and no others. */
  vote(poll: number, choices: number[]): void {
    this.#ask({ type: 'vote', poll, choices })
  }

  closePoll(poll: number): void {
    this.#ask({ type: 'closePoll', poll })
  }

  deletePoll(poll: number): void {
    this.#ask({ type: 'deletePoll', poll })
  }

  /** Takes back what one offers; a host, what anyone does. */
  withdrawFile(file: number): void {
    this.#ask({ type: 'withdrawFile', file })
  }

  declineFile(file: number): void {
    this.#ask({ type: 'declineFile', file })
  }

  admit(who: number): void {
    this.#ask({ type: 'admit', who })
  }

  admitAll(): void {
    this.#ask({ type: 'admitAll' })
  }

  deny(who: number): void {
    this.#ask({ type: 'deny', who })
  }

  mute(who: number): void {
    this.#ask({ type: 'mute', who })
  }

  /** Mutes all whom one may mute, but oneself. */
  muteAll(): void {
    this.#ask({ type: 'muteAll' })
  }

  /** Lets someone use other things than the policy says; without, as it says. */
  setRights(who: number, rights: Rights | null): void {
    this.#ask({ type: 'setRights', who, rights })
  }

  askToUnmute(who: number): void {
    this.#ask({ type: 'askToUnmute', who })
  }

  /** Stays muted, whoever asks. */
  stayMuted(): void {
    this.#asker = null
  }

  /** Gives someone, or oneself, another name; false when that was refused. */
  rename(who: number, name: string): Promise<boolean> {
    return this.#isDone({ type: 'rename', who, name })
  }

  /** Shows someone large to everyone, or nobody any more. */
  spotlight(who: number | null): void {
    this.#ask({ type: 'spotlight', who })
  }

  stopScreen(who: number): void {
    this.#ask({ type: 'stopScreen', who })
  }

  remove(who: number): void {
    this.#ask({ type: 'remove', who })
  }

  letBack(who: number): void {
    this.#ask({ type: 'letBack', who })
  }

  setRole(who: number, role: 'coHost' | 'participant'): void {
    this.#ask({ type: 'setRole', who, role })
  }

  /** Makes someone else the host; false when that was refused. */
  handOver(to: number): Promise<boolean> {
    return this.#isDone({ type: 'handOver', to })
  }

  takeOver(): void {
    this.#ask({ type: 'takeOver' })
  }

  setPolicy(change: Partial<Policy>): void {
    this.#ask({ type: 'setPolicy', policy: { ...this.people.policy, ...change } })
  }

  endForAll(): void {
    this.#ask({ type: 'end' })
  }

  /** While the chat is on the screen, it is read out there. */
  #announceMessage({ mine, from }: Message): void {
    if (this.chat.open || mine) return
    this.announcements.tell(say.announcements.message(from.name), 'said')
  }

  #ask(request: NativeRequest): void {
    void this.#isDone(request)
  }

  async #isDone(request: NativeRequest): Promise<boolean> {
    const reply = await this.#request(request)
    if (!reply.ok) this.notices.tell(explain(reply.error), 'worry')
    return reply.ok
  }
}
