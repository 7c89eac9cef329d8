import { Devices } from '../media/devices.svelte'
import { canCall, canCapture } from '../media/capabilities'
import { browserPeers } from '../media/factory'
import { newDigest } from '../media/files/digest'
import { openSink } from '../media/files/sink'
import { play } from '../media/sound/chimes'
import type { Platform, Shell } from '../platform/platform'
import type { CallCard } from '../protocol/CallCard'
import type { Entrance } from '../protocol/Entrance'
import type { NativeEvent } from '../protocol/NativeEvent'
import type { NewMeeting } from '../protocol/NewMeeting'
import type { RingKind } from '../protocol/RingKind'
import type { ServerInfo } from '../protocol/ServerInfo'
import { isLanguage } from '../words/languages'
import { speech } from '../words/speech.svelte'
import { Account } from './account.svelte'
import { attempt } from './api'
import { Attention } from './attention'
import { Awake, lampOf } from './awake'
import { Chimes } from './chimes'
import { isDoor, meetingPath } from './code'
import { Console } from './console.svelte'
import { Desktop } from './desktop.svelte'
import { Arrivals, type ArrivalsOptions } from './files/arrivals.svelte'
import { History } from './history.svelte'
import { Holder } from './holder'
import { Hosts } from './hosts.svelte'
import { Identity } from './identity'
import { Meeting } from './meeting.svelte'
import { Missed } from './missed.svelte'
import { Network } from './network.svelte'
import type { Ongoing } from './ongoing'
import { Plans } from './plans.svelte'
import { Preferences } from './preferences.svelte'
import { Presence } from './presence'
import { Quota } from './quota.svelte'
import { Retention } from './retention.svelte'
import { type Route, Router } from './router.svelte'
import { Rooms } from './rooms.svelte'
import { Search } from './search.svelte'
import { Seats } from './seats'
import { Site } from './site.svelte'
import { StandBy } from './standby.svelte'
import { type Memory, memoryIn } from './storage'

const CONSOLE = '/call'
const NOWHERE = { host: null, code: null, reading: false }

/** Everything, put together. */
export class App {
  readonly platform: Platform
  readonly preferences: Preferences
  readonly router: Router
  readonly account: Account
  readonly history: History
  readonly plans: Plans
  readonly rooms: Rooms
  readonly devices: Devices
  readonly presence: Presence
  readonly standBy: StandBy
  /** The call that another page at this computer holds. */
  readonly console: Console
  /** What only the desktop app does; null in a browser. */
  readonly desktop: Desktop | null
  readonly hosts: Hosts
  readonly missed: Missed
  readonly network: Network
  readonly search: Search
  readonly retention: Retention
  readonly quota: Quota
  /** Whether calls can be held here; where not, the desktop app hands them over to the browser. */
  readonly canCall = canCall()
  /** Whether nobody in between can listen; where one can, there is neither camera nor account. */
  readonly isSecure = isSecureContext

  readonly #memory: Memory
  readonly #site: Site
  readonly #seats: Seats
  readonly #holder: Holder
  readonly #attention: Attention
  readonly #chimes: Chimes
  readonly #awake = new Awake(lampOf(window))
  #meeting: Meeting | null = $state.raw(null)
  #meetingSite: Site | null = $state.raw(null)
  #isNew = $state(false)
  // The meeting that someone was rung for.
  #rung: string | null = null
  // The meeting that one comes into without a stop at its door, or is to.
  #entrance: { path: string; entrance: Entrance } | null = null

  constructor(platform: Platform) {
    const memory = memoryIn(() => localStorage)
    const identity = new Identity(memory)
    const site = new Site(null, identity)
    this.platform = platform
    this.#memory = memory
    this.#site = site
    this.#seats = new Seats(memoryIn(() => sessionStorage))
    this.preferences = new Preferences(memory)
    this.devices = new Devices(canCapture() ? navigator.mediaDevices : null, this.preferences)
    this.history = new History(site.api, (file, name) => {
      platform.save(file, name)
    })
    this.plans = new Plans(site.api)
    this.rooms = new Rooms(site.api)
    this.account = new Account(site.api, identity, () => {
      void this.history.load()
      void this.plans.load()
      void this.rooms.load()
    })
    this.hosts = new Hosts(site.api)
    this.missed = new Missed(site.api)
    this.network = new Network(site.api)
    this.retention = new Retention(site.api)
    this.quota = new Quota(site.api)
    this.search = new Search(site.api, (path) => {
      this.router.go(path)
    })
    this.presence = new Presence({
      wire: () => this.#wireTo(site),
      name: () => this.#called,
    })
    this.standBy = new StandBy({
      presence: this.presence,
      newMeeting: async () => (await site.api.createMeeting()).code,
      onaccepted: (where, kind) => {
        this.#comeIn('path' in where ? where.path : meetingPath(where.code), kind)
      },
      onincoming: (incoming) => {
        this.desktop?.alerts.ringing(incoming)
      },
      onmissed: () => void this.missed.loadNew(),
    })
    this.#attention = new Attention(window, () => {
      this.#holder.update()
      this.desktop?.alerts.look()
    })
    this.#chimes = new Chimes({
      wanted: () => this.preferences.sounds,
      attended: () => this.#attention.seen,
      play: (tune) => {
        play(tune, this.devices.speaker)
      },
    })
    this.#holder = new Holder(this.presence, () => this.#attention.seen)
    this.console = new Console({
      presence: this.presence,
      onchange: (card) => {
        this.#heldElsewhere(card)
      },
      onevent: (event, room) => {
        this.desktop?.alerts.hear(event, room)
      },
    })
    this.desktop = platform.shell === null ? null : this.#newDesktop(platform.shell)
    this.router = new Router(window, (route) => {
      this.#follow(route)
    })
    window.addEventListener('online', () => this.#meeting?.revive())
  }

  /** Who the server is; null until it has said so. */
  get server(): ServerInfo | null {
    return this.#site.server
  }

  /** Whether the server answered when it was asked last. */
  get reachable(): boolean {
    return this.#site.reachable
  }

  /** Whether this is the UI of who is at the server, who may see and set what is its own. */
  get own(): boolean {
    return this.#site.server?.own === true
  }

  /** The name of whoever is here; empty if they have not said it. */
  get name(): string {
    return this.preferences.name.trim() || (this.account.details?.name ?? '')
  }

  /** The meeting whose page is shown; null at first, and where no calls can be held, unless one came to read. */
  get meeting(): Meeting | null {
    return this.#meeting
  }

  /** Who holds the meeting whose page is shown. */
  get meetingServer(): ServerInfo | null {
    return this.#meetingSite?.server ?? null
  }

  /** The call that one is in, wherever it is held; null for none. */
  get ongoing(): Ongoing | null {
    const meeting = this.#meeting
    if (meeting?.phase.name === 'inCall') {
      const leave = () => {
        meeting.leave()
        return Promise.resolve()
      }
      return { room: meeting.room, leave }
    }
    const { room } = this.console
    if (room === null) return null
    const leave = async () => {
      await this.console.leave()
    }
    return { room, leave }
  }

  /** Whether the desktop app was never told whose it is. */
  get isNew(): boolean {
    return this.#isNew
  }

  async start(): Promise<void> {
    const reached = this.#site.reach()
    await this.#spendTicket()
    const known = this.#greet(reached)
    const spoken = speech.follow(this.preferences.language)
    void this.desktop?.settings.load()
    const account = this.account.load()
    // A peer connection made now would not know the server's ICE servers.
    await Promise.all([known, spoken])
    // Only the desktop app asks for a name before anything else.
    if (this.desktop !== null) await account
    this.#isNew = this.desktop !== null && this.name === ''
    const first = (await this.desktop?.firstPage()) ?? null
    if (first === null) this.router.start()
    else this.router.replace(first)
  }

  /** Someone has said who they are. */
  introduce(name: string): void {
    this.preferences.name = name.trim()
    this.#isNew = false
    void this.presence.rename()
  }

  /** Asks the server who it is. */
  reach(): Promise<void> {
    return this.#greet(this.#site.reach())
  }

  /** Makes a meeting and goes to its door, or into it in the browser. Throws an {@link ApiFailure}. */
  async newMeeting(details: NewMeeting = {}): Promise<void> {
    const { code } = await this.#site.api.createMeeting(details)
    const path = meetingPath(code)
    if (!this.canCall) this.#entrance = { path, entrance: 'usual' }
    this.router.go(path)
  }

  /** Goes into the room that is one's own. Throws an {@link ApiFailure}. */
  async enterRoom(): Promise<void> {
    this.router.go(meetingPath(await this.plans.enterRoom()))
  }

  /** Goes to the meeting with this code, wherever it is. */
  async join(code: string): Promise<void> {
    if (this.own) await this.search.begin(code)
    else this.router.go(meetingPath(code))
  }

  /** Asks to be let into a neighbour's meeting. Throws an {@link ApiFailure}. */
  async knock(host: string, tag: string): Promise<void> {
    const { path } = await this.#site.api.knock(host, tag)
    this.router.go(path)
  }

  /** What loads the files that a meeting held here keeps. */
  arrivals(code: string, tell: ArrivalsOptions['tell']): Arrivals {
    return new Arrivals({ ...this.#filesOf(this.#site), code: () => code, tell })
  }

  /** Looks at the network. Throws an {@link ApiFailure}. */
  diagnose() {
    return this.#site.api.doctor()
  }

  async #greet(reached: Promise<unknown>): Promise<void> {
    await reached
    if (this.own) this.presence.open()
  }

  #comeIn(path: string, kind: RingKind): void {
    this.#rung = path
    this.#entrance = { path, entrance: kind }
    this.router.go(path)
  }

  #follow(route: Route): void {
    const { host, code, reading } = route.name === 'meeting' ? route : NOWHERE
    const path = code === null ? null : meetingPath(code, host)
    // A chat can be read where no call can be held.
    const canShow = this.canCall || reading
    const shown = this.#meeting
    if (shown !== null && canShow && path === meetingPath(shown.code, shown.host)) {
      if (reading) shown.read(this.name)
      else shown.goToDoor()
      return
    }
    shown?.dispose()
    this.#show(null)
    // A call that was handed over is left where it is held.
    if (this.canCall && path !== this.#rung) this.#hangUp()
    if (path === null || code === null) return
    const entrance = this.#entrance?.path === path ? this.#entrance.entrance : null
    this.#entrance = null
    if (!canShow) {
      void this.#handOver(path, entrance)
      return
    }
    const meeting = this.#meetingAt(path, host, code)
    this.#show(meeting)
    if (reading) meeting.read(this.name)
    if (entrance === null || reading) meeting.enter()
    else meeting.enterAtOnce(this.#called, entrance === 'usual' ? null : entrance)
  }

  #show(meeting: Meeting | null): void {
    this.#meeting = meeting
    this.#holder.hold(meeting)
    this.#changed()
  }

  /** What is to be seen of the call that this page holds may be otherwise. */
  #changed(): void {
    this.#holder.update()
    this.#awake.keep(this.#meeting?.phase.name === 'inCall')
  }

  #heard(meeting: Meeting, site: Site, event: NativeEvent): void {
    this.#holder.hear(meeting, event)
    this.#chimes.hear(event, meeting.room.people)
    this.desktop?.alerts.hear(event, meeting.room)
    const isNews = event.type === 'welcome' || (event.type === 'roster' && meeting.about === null)
    if (isNews && !isDoor(meeting.code)) void this.#learnOf(meeting, site)
  }

  async #learnOf(meeting: Meeting, site: Site): Promise<void> {
    await attempt(async () => {
      meeting.about = await site.api.meeting(meeting.code)
    })
  }

  /** Goes on in the user's browser, as the same person, where this window cannot call. */
  async #handOver(path: string, entrance: Entrance | null): Promise<void> {
    if (this.desktop === null) return
    this.router.replace(CONSOLE)
    const { card } = this.console
    if (card?.path === path) return
    if (card !== null) await this.console.leave()
    this.console.dismiss()
    await this.desktop.handOver.begin(path, entrance)
  }

  /** Stays here, without the call that is opening in the browser. */
  giveUpHandOver(): void {
    this.desktop?.handOver.end()
    this.#hangUp()
    this.router.go('/')
  }

  #heldElsewhere(card: CallCard | null): void {
    if (card !== null) {
      this.desktop?.handOver.end()
      return
    }
    this.desktop?.alerts.over()
    if (this.canCall) return
    this.#hangUp()
    // A call that is left for another one is no reason to go home.
    const isOpening = this.desktop?.handOver.state.name !== 'idle'
    if (this.router.route.name === 'console' && !isOpening) this.router.go('/')
  }

  #newDesktop(shell: Shell): Desktop {
    return new Desktop(shell, {
      standBy: this.standBy,
      ticket: async (entrance) => {
        const { language } = speech
        const { ticket } = await this.#site.api.issueTicket({
          name: this.name,
          language,
          entrance,
        })
        return ticket
      },
      ongoing: () => this.ongoing,
      attended: () => this.#attention.seen || this.console.card?.seen === true,
      go: (where) => {
        this.router.go(where)
      },
      onshow: () => {
        if (this.#meeting === null) this.router.go(CONSOLE)
      },
    })
  }

  /** Under which name one comes in without having been asked for it. */
  get #called(): string {
    return this.name || (this.server?.name ?? '')
  }

  #meetingAt(path: string, host: string | null, code: string): Meeting {
    const site = host === null ? this.#site : Site.ofNeighbour(host, this.#memory)
    this.#meetingSite = site
    const meeting: Meeting = new Meeting(code, {
      host,
      reach: () => site.reach(),
      onover: () => {
        if (path === this.#rung) this.#hangUp()
      },
      onchange: () => {
        this.#changed()
      },
      onevent: (event) => {
        this.#heard(meeting, site, event)
      },
      wire: () => this.#wireTo(site),
      peers: browserPeers,
      files: { ...this.#filesOf(site), newDigest },
      iceServers: () => site.server?.iceServers ?? [],
      devices: this.devices,
      preferences: this.preferences,
      seats: this.#seats,
    })
    return meeting
  }

  #filesOf(site: Site) {
    const save = (file: Blob, name: string) => {
      this.platform.save(file, name)
    }
    return { kept: site.api, openSink, save }
  }

  #wireTo(site: Site) {
    return site.wire(() => void this.account.load())
  }

  #hangUp(): void {
    if (this.#rung === null) return
    this.#rung = null
    this.standBy.hangUp()
  }

  async #spendTicket(): Promise<void> {
    const ticket = /^#ticket=(.+)$/.exec(location.hash)?.[1]
    if (ticket === undefined) return
    history.replaceState(null, '', location.pathname)
    // A ticket lives for a minute; who is late comes in as who they are here.
    await attempt(async () => {
      const { name, language, entrance } = await this.account.spendTicket(ticket)
      if (name !== '') this.preferences.name = name
      if (isLanguage(language)) this.preferences.language = language
      if (entrance !== null) this.#entrance = { path: location.pathname, entrance }
    })
  }
}
