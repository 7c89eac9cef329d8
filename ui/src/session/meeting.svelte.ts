import type { Devices } from '../media/devices.svelte'
import type { PeerConnectionFactory } from '../media/factory'
import { loopBack } from '../media/loopback'
import type { MeetingInfo } from '../protocol/MeetingInfo'
import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeRequest } from '../protocol/NativeRequest'
import type { Media } from '../protocol/Media'
import type { RingKind } from '../protocol/RingKind'
import { explain } from '../words/explain'
import { say } from '../words/speech.svelte'
import { type Finding, judge } from './callTest'
import { Call } from './call.svelte'
import { Captions } from './captions/captions.svelte'
import { meetingPath } from './code'
import { Connection } from './connection'
import { Files, type FilesOptions, type Ways } from './files/files.svelte'
import { type Failure, type Reply, UNREACHABLE } from './failure'
import { MutedTalk } from './muted-talk.svelte'
import { type Link, type Phase, refusal } from './phase'
import type { Preferences } from './preferences.svelte'
import { PushToTalk } from './push-to-talk.svelte'
import { Reading } from './reading.svelte'
import { Room } from './room.svelte'
import type { Seats } from './seats'
import { Sending } from './sending'
import { Switches } from './switches'
import { Viewing } from './viewing.svelte'
import { Volumes } from './volumes.svelte'
import type { Wire } from './wire'

/** What a meeting is held with. */
export interface Surroundings {
  /** The neighbour that holds it; null for the own server. */
  host: string | null
  /** Asks whether whoever holds it can be reached, and why not. */
  reach: () => Promise<Failure | null>
  /** One is not in it any more, nor at its door. */
  onover: () => void
  /** What is to be seen of it from outside may be otherwise. */
  onchange: () => void
  /** Something happened in it. */
  onevent: (event: NativeEvent) => void
  wire: () => Wire
  peers: PeerConnectionFactory
  files: Pick<FilesOptions, 'kept' | 'openSink' | 'newDigest' | 'save'>
  iceServers: () => readonly string[]
  devices: Devices
  preferences: Preferences
  seats: Seats
}

/** One meeting, from the door to the way out. */
export class Meeting {
  /** The neighbour that holds it; null for the own server. */
  readonly host: string | null
  readonly room = new Room(
    (request) => this.request(request),
    (topic) => this.#around.preferences.announces(topic),
  )
  /** Its chat, for who came to read and not to join. */
  readonly reading = new Reading((request) => this.request(request))
  readonly call: Call
  readonly files: Files
  readonly captions: Captions
  readonly viewing = new Viewing()
  readonly devices: Devices
  readonly talk: PushToTalk
  readonly mutedTalk = new MutedTalk()
  readonly volumes = new Volumes()
  readonly switches: Switches

  readonly #sending: Sending
  readonly #around: Surroundings
  #code: string = $state('')
  #about: MeetingInfo | null = $state.raw(null)
  #since: number | null = $state(null)
  #phase: Phase = $state.raw({ name: 'connecting' })
  #link: Link = $state.raw({ state: 'connected' })
  #joining = $state(false)
  #problem: Failure | null = $state.raw(null)
  #connection: Connection | null = null
  // Under which name one is in, or wants back in after a lost connection.
  #name: string | null = null
  // What one comes in with at once; null for as one likes it.
  #kind: RingKind | null = null

  constructor(code: string, around: Surroundings) {
    this.#code = code
    this.host = around.host
    this.#around = around
    this.devices = around.devices
    this.call = new Call({
      factory: around.peers,
      iceServers: around.iceServers,
      devices: around.devices,
      thrift: () => around.preferences,
      signal: (to, payload) => this.#connection?.signal(to, payload),
      ways: {
        opened: (from, label, pipe) => {
          if (Captions.areFor(label)) this.captions.opened(from, pipe)
          else this.files.opened(from, label, pipe)
        },
        reached: (who) => {
          this.files.reached(who)
          this.captions.reached(who)
        },
        lost: (who) => {
          this.files.lost(who)
          this.captions.lost(who)
        },
      },
    })
    const ways: Ways = {
      open: (to, label, listener) => this.call.openPipe(to, label, listener),
    }
    this.captions = new Captions(this.room, ways)
    this.files = new Files({
      ...around.files,
      room: this.room,
      code: () => this.#code,
      request: (request) => this.request(request),
      ways,
    })
    this.talk = new PushToTalk({
      muted: () => !around.devices.microphone.on,
      may: () => this.room.people.may('microphone'),
      // It is no wish for the next time.
      speak: (on) => void around.devices.microphone.set(on),
    })
    this.switches = new Switches({
      devices: around.devices,
      preferences: around.preferences,
      room: this.room,
      call: this.call,
      talk: this.talk,
      mutedTalk: this.mutedTalk,
    })
    this.#sending = new Sending(around.devices, this.room.people, {
      report: (media) => this.request({ type: 'setMedia', media }),
      onchange: () => {
        this.call.refresh()
        if (around.devices.microphone.on) this.mutedTalk.reset()
        around.onchange()
      },
      onrefused: (refused) => {
        this.room.notices.tell(explain(refused), 'worry')
      },
    })
  }

  /** The code that it has now. */
  get code(): string {
    return this.#code
  }

  /** What the server tells of it beside what happens in it; null as long as that is not known. */
  get about(): MeetingInfo | null {
    return this.#about
  }
  set about(about: MeetingInfo | null) {
    this.#about = about
    this.#around.onchange()
  }

  /** What it is called; null for nothing, or as long as that is not known. */
  get title(): string | null {
    return this.#about?.title ?? null
  }

  /** When one came in; null before and after. */
  get since(): number | null {
    return this.#since
  }

  get phase(): Phase {
    return this.#phase
  }

  get link(): Link {
    return this.#link
  }

  /** Whether the answer to {@link join} is awaited. */
  get joining(): boolean {
    return this.#joining
  }

  /** Why joining was refused the last time. */
  get problem(): Failure | null {
    return this.#problem
  }

  /** Goes to the door, or straight back in after a reload. */
  enter(): void {
    this.#connection?.close()
    const place = meetingPath(this.code, this.host)
    const connection = new Connection(
      this.#around.wire(),
      this.code,
      this.#around.seats.find(place),
      {
        onevent: (event) => {
          this.#hear(event)
        },
        onseated: (seat, entered) => {
          this.#around.seats.keep(place, seat)
          this.#setLink({ state: 'connected' })
          if (entered) this.reading.reseated()
          if (entered && this.#name !== null) void this.#join(this.#name)
          else this.#backOnline()
        },
        onlost: () => {
          this.#setLink({ state: 'reconnecting', since: Date.now() })
        },
        onrefused: (failure) => {
          this.#finish(refusal(failure))
        },
        ongone: () => {
          this.#pause()
        },
      },
    )
    this.#setPhase({ name: 'connecting' })
    this.#setLink({ state: 'connected' })
    this.#problem = null
    this.#connection = connection
    void this.#open(connection)
  }

  /** Comes in without a stop at the door, with what a ring was for or as one likes it. */
  enterAtOnce(name: string, kind: RingKind | null): void {
    this.#name = name
    this.#kind = kind
    // Devices take their time. A neighbour is first seen to be the one it was.
    if (this.host === null) this.#begin()
    this.enter()
  }

  /** Comes to its chat, without camera and microphone. Whoever is in, or waits, stays there. */
  read(name: string): void {
    if (this.#name !== null) return
    this.#sending.end()
    this.reading.begin(name)
  }

  /** Comes to the door, from the chat. */
  goToDoor(): void {
    if (!this.reading.wanted) return
    this.reading.end()
    if (this.#phase.name === 'greenRoom') this.#sending.begin()
  }

  /** Comes in, or asks to. */
  async join(name: string): Promise<void> {
    this.#around.preferences.name = name.trim()
    await this.#join(name.trim())
  }

  leave(): void {
    void this.#connection?.leave()
    this.#connection = null
    this.#finish({ name: 'left' })
  }

  /** Tries once more what failed, or comes back after leaving. */
  retry(): void {
    this.enter()
  }

  /** The network changed: what was broken may work again. */
  revive(): void {
    this.call.revive()
  }

  /** Tries what a call needs: the server, the browser, the microphone and the camera. */
  async test(): Promise<readonly Finding[]> {
    const { microphone, camera, picture } = this.devices
    const heard = microphone.on ? microphone.track : null
    const tracks = [heard, picture.track].filter((track) => track !== null)
    const began = performance.now()
    const failure = await this.#around.reach()
    const answer = failure === null ? performance.now() - began : null
    const loop = await loopBack(this.#around.peers, tracks)
    return judge({ answer, loop, microphone: microphone.on, camera: camera.on })
  }

  /** Goes away from the meeting's page. */
  dispose(): void {
    if (this.#connection !== null) this.leave()
  }

  #hear(event: NativeEvent): void {
    this.room.hear(event)
    this.reading.hear(event)
    this.files.hear(event)
    this.#around.onevent(event)
    switch (event.type) {
      case 'roster':
        if (this.#name === null) {
          const { participants, mustAsk, locked, mayRead } = event
          this.#setPhase({ name: 'greenRoom', participants, mustAsk, locked, mayRead })
          if (!this.reading.wanted) this.#sending.begin()
        }
        break
      case 'waiting':
        this.#setPhase({ name: 'waiting' })
        this.call.close()
        this.#name ??= this.#around.preferences.name
        this.#sending.begin()
        break
      case 'welcome':
        this.#welcome(event)
        break
      case 'joined':
        this.call.joined(event.participant)
        break
      case 'renewed':
        this.call.mediaChanged(event.participant.id, event.participant.media)
        break
      case 'left':
        this.call.left(event.who)
        this.volumes.forget(event.who)
        break
      case 'connectionResumed':
        if (event.anew) this.call.startedAnew(event.who)
        break
      case 'codeChanged':
        this.#code = event.code
        break
      case 'mediaChanged':
        this.call.mediaChanged(event.who, event.media)
        if (event.who === this.room.people.me?.id) {
          if (event.by === null) {
            this.#sending.heard(event.media)
          } else {
            this.talk.overrule()
            this.#sending.obey(event.media)
          }
        }
        break
      case 'signalled':
        this.call.signalled(event.from, event.payload)
        break
      case 'denied':
      case 'removed':
      case 'ended':
      case 'replaced':
        this.#finish({ name: event.type })
        break
      default:
        break
    }
  }

  #welcome(event: Extract<NativeEvent, { type: 'welcome' }>): void {
    this.#since ??= Date.now()
    this.#setPhase({ name: 'inCall' })
    const me = this.room.people.me
    if (me === null) return
    this.#name = me.name
    this.call.welcome(event.you, event.participants)
    this.#sending.welcome(me.media)
    this.switches.overhear(true)
    this.devices.onreplaced = (lost, now) => {
      const text = now === '' ? say.devices.unplugged(lost) : say.devices.replaced(lost, now)
      this.room.notices.tell(text, 'worry')
    }
    this.devices.onunpainted = (why) => {
      this.room.notices.tell(say.picture.unpainted[why], 'worry')
    }
  }

  /** A neighbour is only talked to after it has been seen to be the one it was. */
  async #open(connection: Connection): Promise<void> {
    const failure = this.host === null ? null : await this.#around.reach()
    if (connection !== this.#connection) return
    if (failure === null) connection.open()
    else this.#finish(refusal(failure))
  }

  async #join(name: string): Promise<void> {
    this.#begin()
    this.#joining = true
    this.#problem = null
    const connection = this.#connection
    const reply = await this.request({ type: 'join', name, media: this.devices.media })
    this.#joining = false
    if (connection !== this.#connection) return
    if (reply.ok) {
      this.#name = name
    } else if (this.#name !== null) {
      // One was in before the connection was lost, and there is no door to stand at.
      if (reply.error.code !== 'unreachable') this.#finish(refusal(reply.error))
    } else if (reply.error.code === 'removed' || reply.error.code === 'ended') {
      this.#finish(refusal(reply.error))
    } else {
      this.#problem = reply.error
    }
  }

  #begin(): void {
    this.#sending.begin(
      this.#kind === null ? undefined : mediaFor(this.#kind, !this.#around.preferences.pushToTalk),
    )
  }

  #backOnline(): void {
    this.call.revive()
    this.#sending.report()
  }

  #setPhase(phase: Phase): void {
    this.#phase = phase
    this.#around.onchange()
  }

  #setLink(link: Link): void {
    this.#link = link
    this.#around.onchange()
  }

  /** The server is gone; one may want to come back later. */
  #pause(): void {
    this.#connection?.close()
    this.#connection = null
    this.#letGo()
    this.#setPhase({ name: 'serverGone' })
    this.#around.onover()
  }

  #finish(phase: Phase): void {
    this.#connection?.close()
    this.#connection = null
    this.#letGo()
    this.#around.seats.forget()
    this.#name = null
    this.#kind = null
    this.#since = null
    this.#setPhase(phase)
    this.#around.onover()
  }

  #letGo(): void {
    this.files.close()
    this.captions.close()
    this.call.close()
    this.room.notes.pause()
    this.talk.overrule()
    this.mutedTalk.reset()
    this.devices.onreplaced = null
    this.devices.onunpainted = null
    this.switches.overhear(false)
    this.#sending.end()
    this.#joining = false
  }

  /** Asks the server, as whoever is in. */
  request(request: NativeRequest): Promise<Reply> {
    return this.#connection?.request(request) ?? Promise.resolve(UNREACHABLE)
  }
}

function mediaFor(kind: RingKind, heard: boolean): Media {
  const device = (enabled: boolean) => ({ available: true, enabled })
  return { microphone: device(heard), camera: device(kind === 'video'), screen: false }
}
