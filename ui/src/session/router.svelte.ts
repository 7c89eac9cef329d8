import { chatPath, meetingPath, parseCode } from './code'

export const SECTIONS = [
  'profile',
  'devices',
  'appearance',
  'accessibility',
  'language',
  'shortcuts',
  'privacy',
  'network',
  'start',
  'about',
] as const

/** A part of the settings. */
export type Section = (typeof SECTIONS)[number]

export type Route =
  | { name: 'home' }
  /** `host` is the neighbour that holds it; null for the own server. One may come but to read. */
  | { name: 'meeting'; host: string | null; code: string; reading: boolean }
  /** The call that another page holds. */
  | { name: 'console' }
  | { name: 'history' }
  | { name: 'pastMeeting'; code: string }
  | { name: 'settings'; section: Section }
  | { name: 'doctor' }
  | { name: 'notFound' }

// An installation's id.
const HOST = /^[a-z2-7]{16}$/

/** The part of a window that holds where one is. */
export type Place = Pick<Window, 'location' | 'history' | 'addEventListener'>

/** Which page is shown, kept in step with the address bar. */
export class Router {
  readonly #place: Place
  readonly #onroute: (route: Route) => void
  #route: Route = $state.raw({ name: 'home' })

  constructor(place: Place, onroute: (route: Route) => void) {
    this.#place = place
    this.#onroute = onroute
    this.#route = routeOf(place.location.pathname)
    place.addEventListener('popstate', () => {
      this.#follow()
    })
  }

  get route(): Route {
    return this.#route
  }

  /** Tells which page the address bar names at first. */
  start(): void {
    this.#follow()
  }

  /** Goes to a path such as `/history`. */
  go(path: string): void {
    if (path === this.#place.location.pathname) return
    this.#place.history.pushState(null, '', path)
    this.#follow()
  }

  /** Goes to a path in the place of the one that is shown. */
  replace(path: string): void {
    this.#place.history.replaceState(null, '', path)
    this.#follow()
  }

  #follow(): void {
    const { pathname, search, hash } = this.#place.location
    this.#route = routeOf(pathname)
    if (this.#route.name === 'meeting') {
      const { code, host, reading } = this.#route
      const path = reading ? chatPath(code, host) : meetingPath(code, host)
      if (pathname !== path) this.#place.history.replaceState(null, '', path + search + hash)
    }
    this.#onroute(this.#route)
  }
}

export function routeOf(path: string): Route {
  const parts = path.replace(/^\/|\/$/g, '').split('/')
  const host = parts[0] === 'hosts' ? parts[1] : undefined
  if (host !== undefined && !HOST.test(host)) return { name: 'notFound' }
  const [first = '', second, ...rest] = host === undefined ? parts : parts.slice(2)
  if (first === 'settings' && host === undefined && rest.length === 0) {
    const section = SECTIONS.find((it) => it === (second ?? 'profile'))
    return section === undefined ? { name: 'notFound' } : { name: 'settings', section }
  }
  const code = second === undefined ? null : parseCode(second)
  const reading = first === 'm' && rest.length === 1 && rest[0] === 'chat'
  if (rest.length > 0 && !reading) return { name: 'notFound' }
  if (second !== undefined && code === null) return { name: 'notFound' }
  if (first === 'm' && code !== null) return { name: 'meeting', host: host ?? null, code, reading }
  if (host !== undefined) return { name: 'notFound' }
  if (first === '' && code === null) return { name: 'home' }
  if (first === 'call' && code === null) return { name: 'console' }
  if (first === 'doctor' && code === null) return { name: 'doctor' }
  if (first === 'history')
    return code === null ? { name: 'history' } : { name: 'pastMeeting', code }
  return { name: 'notFound' }
}
