import { expect, it } from 'vitest'

import { GuestOf, Identity } from './identity'
import { Preferences } from './preferences.svelte'
import { Seats } from './seats'
import { memoryIn, pageMemory } from './storage'

/** A browser's storage with room for so many entries. */
function storage(room = Infinity) {
  const kept = new Map<string, string>()
  const fake = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (kept.size >= room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => kept.delete(key),
  }
  return { kept, memory: memoryIn(() => fake as unknown as Storage) }
}

it('remembers in the browser, or in the page where the browser does not want to', () => {
  const { kept, memory } = storage(1)
  memory.set('a', '1')
  memory.set('b', '2')
  expect([...kept.keys()]).toEqual(['a'])
  expect([memory.get('a'), memory.get('b')]).toEqual(['1', '2'])
  memory.remove('b')
  expect(memory.get('b')).toBeNull()
  const page = pageMemory()
  page.set('a', '1')
  expect(page.get('a')).toBe('1')
  page.remove('a')
  expect(page.get('a')).toBeNull()
})

it('makes a guest up once, and goes on as the same', () => {
  const { memory } = storage()
  const { token } = new Identity(memory)
  expect(token).toMatch(/^g\.[A-Za-z0-9_-]{43}$/)
  expect(new Identity(memory).token).toBe(token)
  expect(new Identity(pageMemory()).token).not.toBe(token)
})

it('prefers the session of someone signed in', () => {
  const { memory } = storage()
  const identity = new Identity(memory)
  const guest = identity.token
  identity.signIn('s.secret')
  expect([identity.token, identity.isSignedIn]).toEqual(['s.secret', true])
  identity.signOut()
  expect([identity.token, identity.isSignedIn]).toEqual([guest, false])
})

it('makes a new guest where what was kept is no token', () => {
  const { memory } = storage()
  memory.set('hearth.guest', 'g.short')
  memory.set('hearth.session', 'rubbish')
  expect(new Identity(memory).token).toMatch(/^g\.[\w-]{43}$/)
})

it('is another guest at every host, and the same there tomorrow', () => {
  const { memory } = storage()
  const own = new Identity(memory).token
  const [ada, ben] = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'].map(
    (host) => new GuestOf(memory, host),
  )
  expect(new Set([own, ada?.token, ben?.token]).size).toBe(3)
  expect(new GuestOf(memory, 'aaaaaaaaaaaaaaaa').token).toBe(ada?.token)
  ada?.signOut()
  expect(new Identity(memory).token, 'what one host says concerns no other').toBe(own)
})

it('remembers preferences, whatever else it finds in their place', () => {
  const { memory } = storage()
  const preferences = new Preferences(memory)
  expect([preferences.name, preferences.microphoneOn, preferences.theme]).toEqual([
    '',
    true,
    'system',
  ])
  preferences.name = 'Ada'
  preferences.cameraOn = false
  preferences.theme = 'dark'
  preferences.language = 'de'
  preferences.view = 'speaker'
  preferences.selfView = 'hidden'
  preferences.selfCorner = 'topStart'
  preferences.sharesMotion = true
  const again = new Preferences(memory)
  expect([again.name, again.cameraOn, again.theme, again.language]).toEqual([
    'Ada',
    false,
    'dark',
    'de',
  ])

  expect([again.view, again.selfView, again.selfCorner, again.sharesMotion]).toEqual([
    'speaker',
    'hidden',
    'topStart',
    true,
  ])

  for (const rubbish of [
    '{',
    'null',
    '7',
    '{"name":7,"theme":"pink","language":"toString","cameraOn":null,"view":"tv","selfView":7,' +
      '"background":"beach","facing":1,"savesData":"yes"}',
  ]) {
    memory.set('hearth.preferences', rubbish)
    const found = new Preferences(memory)
    expect([found.name, found.cameraOn, found.theme, found.language], rubbish).toEqual([
      '',
      true,
      'system',
      'system',
    ])
    expect([found.view, found.selfView, found.mirrored], rubbish).toEqual([
      'auto',
      'floating',
      true,
    ])
    expect([found.background, found.facing, found.savesData], rubbish).toEqual([
      'none',
      'user',
      false,
    ])
  }
})

it('shows captions unless one does not want them, and has them read aloud only if one does', () => {
  const { memory } = storage()
  const preferences = new Preferences(memory)
  expect([preferences.captions, preferences.announces('captions')]).toEqual(['medium', false])
  expect(preferences.announces('chat')).toBe(true)
  preferences.captions = 'off'
  preferences.announce('captions', true)
  const again = new Preferences(memory)
  expect([again.captions, again.announces('captions')]).toEqual(['off', true])
})

it("remembers a tab's seat in the meeting it was in, and in no other", () => {
  const { memory } = storage()
  const seats = new Seats(memory)
  const seat = { you: 2, token: 'aa' }
  seats.keep('/m/abc-def-234', seat)
  expect(seats.find('/m/abc-def-234')).toEqual(seat)
  expect(seats.find('/hosts/abcdefghij234567/m/abc-def-234')).toBeNull()
  for (const rubbish of ['{', '[]', '{"place":"/m/abc-def-234"}']) {
    memory.set('hearth.seat', rubbish)
    expect(seats.find('/m/abc-def-234'), rubbish).toBeNull()
  }
  seats.keep('/m/abc-def-234', seat)
  seats.forget()
  expect(seats.find('/m/abc-def-234')).toBeNull()
})
