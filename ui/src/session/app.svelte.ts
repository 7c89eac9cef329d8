import { Devices } from '../media/devices.svelte'
import { canCall, canCapture } from '../media/capabilities'
import { browserPeers } from '../media/factory'
import type { Platform } from '../platform/platform'
import type { NewMeeting } from '../protocol/NewMeeting'
import type { RingKind } from '../protocol/RingKind'
import type { ServerInfo } from '../protocol/ServerInfo'
import { speech } from '../words/speech.svelte'
import { Account } from './account.svelte'
import { attempt } from './api'
import { meetingPath } from './code'
import { History } from './history.svelte'
import { Hosts } from './hosts.svelte'
import { Identity } from './identity'
import { Meeting } from './meeting.svelte'
import { Missed } from './missed.svelte'
import { Network } from './network.svelte'
import { Preferences } from './preferences.svelte'
import { type Route, Router } from './router.svelte'
import { Search } from './search.svelte'
import { Seats } from './seats'
import { Site } from './site.svelte'
import { StandBy } from './standby.svelte'
import { type Memory, memoryIn } from './storage'

/** Everything, put together. */
export class App {
  readonly platform: Platform
  readonly preferences: Preferences
  readonly router: Router
  readonly account: Account
  readonly history: History
  readonly devices: Devices
  readonly standBy: StandBy
  readonly hosts: Hosts
  readonly missed: Missed
  readonly network: Network
  readonly search: Search
  /** Whether calls can be held here; where not, they are handed over to the browser. */
  readonly canCall = canCall()
  /** Whether nobody in between can listen; where one can, there is neither camera nor account. */
  readonly isSecure = isSecureContext

  readonly #memory: Memory
  readonly #site: Site
  readonly #seats: Seats
  #meeting: Meeting | null = $state.raw(null)
  #meetingSite: Site | null = $state.raw(null)
  // The meeting that someone was rung for, which one comes into at once.
  #rung: { path: string; kind: RingKind } | null = null

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
    this.account = new Account(site.api, identity, () => void this.history.load())
    this.hosts = new Hosts(site.api)
    this.missed = new Missed(site.api)
    this.network = new Network(site.api)
    this.search = new Search(site.api, (path) => {
      this.router.go(path)
    })
    this.standBy = new StandBy({
      wire: () => this.#wireTo(site),
      name: () => this.name || (site.server?.name ?? ''),
      newMeeting: async () => (await site.api.createMeeting()).code,
      onaccepted: (where, kind) => {
        this.#comeIn('path' in where ? where.path : meetingPath(where.code), kind)
      },
      onmissed: () => void this.missed.loadNew(),
    })
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

  /** The meeting whose page is shown; null at first, and where no calls can be held. */
  get meeting(): Meeting | null {
    return this.#meeting
  }

  /** Who holds the meeting whose page is shown. */
  get meetingServer(): ServerInfo | null {
    return this.#meetingSite?.server ?? null
  }

  async start(): Promise<void> {
    await this.#spendTicket()
    const spoken = speech.follow(this.preferences.language)
    const known = this.reach()
    void this.account.load()
    // A peer connection made now would not know the server's ICE servers.
    await Promise.all([known, spoken])
    this.router.start()
  }

  /** Asks the server who it is. */
  async reach(): Promise<void> {
    await this.#site.reach()
    if (this.own) this.standBy.open()
  }

  /** Makes a meeting and goes to its door. Throws an {@link ApiFailure}. */
  async newMeeting(details: NewMeeting = {}): Promise<void> {
    const { code } = await this.#site.api.createMeeting(details)
    this.router.go(meetingPath(code))
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

  /** Goes on at a path in the user's browser, as the same person. Throws an {@link ApiFailure}. */
  async handOver(path: string): Promise<void> {
    const details = { name: this.name, language: null, entrance: null }
    const { ticket } = await this.#site.api.issueTicket(details)
    this.platform.openExternally(`${location.origin}${path}#ticket=${ticket}`)
  }

  /** Looks at the network. Throws an {@link ApiFailure}. */
  diagnose() {
    return this.#site.api.doctor()
  }

  #comeIn(path: string, kind: RingKind): void {
    this.#rung = { path, kind }
    this.router.go(path)
  }

  #follow(route: Route): void {
    const { host, code } = route.name === 'meeting' ? route : { host: null, code: null }
    const path = code === null ? null : meetingPath(code, host)
    const shown = this.#meeting
    if (shown !== null && path === meetingPath(shown.code, shown.host)) return
    shown?.dispose()
    this.#meeting = null
    if (path !== this.#rung?.path) this.#hangUp()
    if (path === null || code === null || !this.canCall) return
    const meeting = this.#meetingAt(path, host, code)
    this.#meeting = meeting
    if (this.#rung === null) meeting.enter()
    else meeting.enterAtOnce(this.name || (this.server?.name ?? ''), this.#rung.kind)
  }

  #meetingAt(path: string, host: string | null, code: string): Meeting {
    const site = host === null ? this.#site : Site.ofNeighbour(host, this.#memory)
    this.#meetingSite = site
    return new Meeting(code, {
      host,
      reach: () => site.reach(),
      onover: () => {
        if (path === this.#rung?.path) this.#hangUp()
      },
      wire: () => this.#wireTo(site),
      peers: browserPeers,
      iceServers: () => site.server?.iceServers ?? [],
      devices: this.devices,
      preferences: this.preferences,
      seats: this.#seats,
    })
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
    await attempt(() => this.account.spendTicket(ticket))
  }
}
