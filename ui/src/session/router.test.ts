import { expect, it } from 'vitest'

import { type Place, type Route, Router, routeOf } from './router.svelte'

it.each([
  ['/', { name: 'home' }],
  ['/m/abc-def-234', { name: 'meeting', host: null, code: 'abc-def-234', reading: false }],
  ['/m/ABCDEF234/', { name: 'meeting', host: null, code: 'abc-def-234', reading: false }],
  [
    '/hosts/abcdefghij234567/m/ABCDEF234',
    { name: 'meeting', host: 'abcdefghij234567', code: 'abc-def-234', reading: false },
  ],
  ['/m/ABCDEF234/chat', { name: 'meeting', host: null, code: 'abc-def-234', reading: true }],
  ['/m/abc-def-234/chat/more', { name: 'notFound' }],
  ['/history/abc-def-234/chat', { name: 'notFound' }],
  ['/settings', { name: 'settings', section: 'profile' }],
  ['/settings/network', { name: 'settings', section: 'network' }],
  ['/settings/nothing', { name: 'notFound' }],
  ['/call', { name: 'console' }],
  ['/doctor', { name: 'doctor' }],
  ['/history', { name: 'history' }],
  ['/history/', { name: 'history' }],
  ['/history/abc-def-234', { name: 'pastMeeting', code: 'abc-def-234' }],
  ['/hosts', { name: 'notFound' }],
  ['/hosts/abcdefghij234567', { name: 'notFound' }],
  ['/hosts/abcdefghij234567/history', { name: 'notFound' }],
  ['/hosts/ABC/m/abc-def-234', { name: 'notFound' }],
  ['/hosts/%2e%2e/m/abc-def-234', { name: 'notFound' }],
  ['/settings/more', { name: 'notFound' }],
  ['/m', { name: 'notFound' }],
  ['/m/no code', { name: 'notFound' }],
  ['/history/no code', { name: 'notFound' }],
  ['/m/abc-def-234/more', { name: 'notFound' }],
  ['/elsewhere', { name: 'notFound' }],
] satisfies [string, Route][])('%s is a page', (path, route) => {
  expect(routeOf(path)).toEqual(route)
})

/** An address bar. */
class Bar {
  readonly visited: string[]
  back: () => void = () => undefined

  constructor(path: string) {
    this.visited = [path]
  }

  get place(): Place {
    const { visited } = this
    const location = () => ({ pathname: visited.at(-1), search: '', hash: '' })
    const history = {
      pushState: (_state: unknown, _unused: string, path: string) => visited.push(path),
      replaceState: (_state: unknown, _unused: string, path: string) => visited.splice(-1, 1, path),
    }
    const addEventListener = (_type: string, listener: () => void) => {
      this.back = () => {
        visited.pop()
        listener()
      }
    }
    const place = { history, addEventListener }
    return Object.defineProperty(place, 'location', { get: location }) as unknown as Place
  }
}

it('goes where it is told, and back', () => {
  const bar = new Bar('/')
  const heard: string[] = []
  const router = new Router(bar.place, ({ name }) => heard.push(name))
  router.start()
  router.go('/history')
  router.go('/history')
  expect(bar.visited).toEqual(['/', '/history'])
  bar.back()
  expect(router.route).toEqual({ name: 'home' })
  expect(heard).toEqual(['home', 'history', 'home'])
})

it('spells the code of a meeting as it is shown', () => {
  const bar = new Bar('/m/ABCDEF234')
  new Router(bar.place, () => undefined).start()
  expect(bar.visited).toEqual(['/m/abc-def-234'])
})

it("spells the code of a neighbour's meeting as it is shown", () => {
  const bar = new Bar('/hosts/abcdefghij234567/m/ABCDEF234')
  new Router(bar.place, () => undefined).start()
  expect(bar.visited).toEqual(['/hosts/abcdefghij234567/m/abc-def-234'])
})
