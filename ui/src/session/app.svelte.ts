import { Devices } from '../media/devices.svelte'
import { canCall, canCapture } from '../media/capabilities'
import { browserPeers } from '../media/factory'
import type { Platform } from '../platform/platform'
import type { NewMeeting } from '../protocol/NewMeeting'
import type { ServerInfo } from '../protocol/ServerInfo'
import { Account } from './account.svelte'
import { Api, ApiFailure } from './api'
import { meetingPath } from './code'
import { History } from './history.svelte'
import { Identity } from './identity'
import { Meeting } from './meeting.svelte'
import { Preferences } from './preferences.svelte'
import { type Route, Router } from './router.svelte'
import { Seats } from './seats'
import { memoryIn } from './storage'
import { socketWire } from './wire'

/** Everything, put together. */
export class App {
  readonly platform: Platform
  readonly preferences: Preferences
  readonly router: Router
  readonly account: Account
  readonly history: History
  readonly devices: Devices
  /** Whether calls can be held here; where not, they are handed over to the browser. */
  readonly canCall = canCall()

  readonly #api: Api
  readonly #identity: Identity
  readonly #seats: Seats
  #server: ServerInfo | null = $state.raw(null)
  #reachable = $state(true)
  #meeting: Meeting | null = $state.raw(null)

  constructor(platform: Platform) {
    const memory = memoryIn(() => localStorage)
    this.platform = platform
    this.#identity = new Identity(memory)
    this.#api = new Api(this.#identity)
    this.#seats = new Seats(memoryIn(() => sessionStorage))
    this.preferences = new Preferences(memory)
    this.devices = new Devices(canCapture() ? navigator.mediaDevices : null, this.preferences)
    this.history = new History(this.#api, (file, name) => {
      platform.save(file, name)
    })
    this.account = new Account(this.#api, this.#identity, () => void this.history.load())
    this.router = new Router(window, (route) => {
      this.#follow(route)
    })
    window.addEventListener('online', () => this.#meeting?.revive())
  }

  /** Who the server is; null until it has said so. */
  get server(): ServerInfo | null {
    return this.#server
  }

  /** Whether the server answered when it was asked last. */
  get reachable(): boolean {
    return this.#reachable
  }

  /** The meeting whose page is shown; null at first, and where no calls can be held. */
  get meeting(): Meeting | null {
    return this.#meeting
  }

  async start(): Promise<void> {
    await this.#spendTicket()
    const known = this.reach()
    void this.account.load()
    // A peer connection made now would not know the server's ICE servers.
    await known
    this.router.start()
  }

  /** Asks the server who it is. */
  async reach(): Promise<void> {
    try {
      this.#server = await this.#api.server()
      this.#reachable = true
    } catch {
      this.#reachable = false
    }
  }

  /** Makes a meeting and goes to its door. Throws an {@link ApiFailure}. */
  async newMeeting(details: NewMeeting = {}): Promise<void> {
    const { code } = await this.#api.createMeeting(details)
    this.router.go(meetingPath(code))
  }

  /** Goes on with a meeting in the user's browser, as the same person. Throws an {@link ApiFailure}. */
  async handOver(code: string): Promise<void> {
    const { ticket } = await this.#api.issueTicket()
    this.platform.openExternally(`${location.origin}${meetingPath(code)}#ticket=${ticket}`)
  }

  #follow(route: Route): void {
    const code = route.name === 'meeting' ? route.code : null
    if (code === (this.#meeting?.code ?? null)) return
    this.#meeting?.dispose()
    this.#meeting = null
    if (code === null || !this.canCall) return
    this.#meeting = new Meeting(code, {
      wire: () =>
        socketWire(
          () => this.#identity.token,
          () => void this.account.load(),
        ),
      peers: browserPeers,
      iceServers: () => this.#server?.iceServers ?? [],
      devices: this.devices,
      preferences: this.preferences,
      seats: this.#seats,
    })
    this.#meeting.enter()
  }

  async #spendTicket(): Promise<void> {
    const ticket = /^#ticket=(.+)$/.exec(location.hash)?.[1]
    if (ticket === undefined) return
    history.replaceState(null, '', location.pathname)
    try {
      await this.account.spendTicket(ticket)
    } catch (failure) {
      // A ticket lives for a minute; who is late comes in as who they are here.
      if (!(failure instanceof ApiFailure)) throw failure
    }
  }
}
