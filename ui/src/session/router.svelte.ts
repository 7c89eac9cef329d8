import { meetingPath, parseCode } from './code'

export type Route =
  | { name: 'home' }
  | { name: 'meeting'; code: string }
  | { name: 'history' }
  | { name: 'pastMeeting'; code: string }
  | { name: 'notFound' }

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

  #follow(): void {
    const { pathname, hash } = this.#place.location
    this.#route = routeOf(pathname)
    if (this.#route.name === 'meeting' && pathname !== meetingPath(this.#route.code)) {
      this.#place.history.replaceState(null, '', meetingPath(this.#route.code) + hash)
    }
    this.#onroute(this.#route)
  }
}

export function routeOf(path: string): Route {
  const [first = '', second, ...rest] = path.replace(/^\/|\/$/g, '').split('/')
  const code = second === undefined ? null : parseCode(second)
  if (rest.length > 0 || (second !== undefined && code === null)) return { name: 'notFound' }
  if (first === '' && code === null) return { name: 'home' }
  if (first === 'm' && code !== null) return { name: 'meeting', code }
  if (first === 'history')
    return code === null ? { name: 'history' } : { name: 'pastMeeting', code }
  return { name: 'notFound' }
}
