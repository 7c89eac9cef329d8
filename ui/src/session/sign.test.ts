import { expect, it } from 'vitest'

import type { Link } from './phase'
import { Room } from './room.svelte'
import { seenOf } from './sign'
import { ada, named, said, welcome } from './testing/wire'

const room = new Room(() => Promise.resolve({ ok: true }))
room.hear(welcome({ you: 1 }))

const seen = (on: boolean, link: Link = { state: 'connected' }) =>
  seenOf({ link, room, devices: { microphone: { on } } })

it('shows whether one is heard, who knocks, and before all that the connection is lost', () => {
  expect(seen(true)).toEqual({ sign: 'live', unread: 0 })
  expect(seen(false).sign).toBe('muted')
  room.hear({ type: 'knocked', who: named(7, 'Dan') })
  expect(seen(false).sign).toBe('knocking')
  expect(seen(false, { state: 'reconnecting', since: 0 }).sign).toBe('reconnecting')
  room.hear({ type: 'knockAnswered', who: 7 })
  expect(seen(true).sign).toBe('live')
})

it('counts what was written and not read', () => {
  room.hear({ type: 'said', message: said({ ...ada, id: 5 }, 'Hello', 1) })
  expect(seen(true).unread).toBe(1)
})
