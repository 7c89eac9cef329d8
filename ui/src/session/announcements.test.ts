import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { Announcements, type Topic } from './announcements.svelte'
import { Room } from './room.svelte'
import { ada, named, participant, said, welcome } from './testing/wire'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function room(unwanted: readonly Topic[] = []): Room {
  const made = new Room(
    () => Promise.resolve({ ok: true }),
    (topic) => !unwanted.includes(topic),
  )
  made.hear(welcome())
  return made
}

function told({ announcements }: Room): readonly string[] {
  vi.advanceTimersByTime(2000)
  return announcements.said.lines
}

it('tells who joins, raises a hand, knocks and writes', () => {
  const it = room()
  it.hear({ type: 'joined', participant: participant(3, 'Cleo') })
  it.hear({ type: 'handChanged', who: 1, hand: 1 })
  it.hear({ type: 'said', message: said(ada, 'Hello', 1) })
  it.hear({ type: 'knocked', who: named(9, 'Dan') })
  expect(told(it)).toEqual([
    'Cleo joined',
    'Ada raised a hand',
    'New message from Ada',
    'Dan would like to come in',
  ])
})

it('sums up a crowd, and lets nothing else go under in it', () => {
  const it = room()
  for (let id = 3; id < 8; id++) it.hear({ type: 'joined', participant: participant(id, 'Eve') })
  it.hear({ type: 'said', message: said(ada, 'So many!', 1) })
  expect(told(it)).toEqual(['New message from Ada', '5 people joined'])
  it.hear({ type: 'joined', participant: participant(9, 'Fay') })
  expect(told(it), 'the crowd is over').toEqual(['Fay joined'])
})

it('tells the same once more as something new', () => {
  const announcements = new Announcements(() => true)
  announcements.tell('Eve joined', 'joined')
  vi.advanceTimersByTime(2000)
  const { key } = announcements.said
  announcements.tell('Eve joined', 'joined')
  vi.advanceTimersByTime(2000)
  expect(announcements.said.key).not.toBe(key)
})

it('keeps to itself what the user does not want to hear, and never what concerns them', () => {
  const it = room(['comings', 'chat'])
  it.hear({ type: 'joined', participant: participant(3, 'Cleo') })
  it.hear({ type: 'said', message: said(ada, 'Hello', 1) })
  it.hear({ type: 'askedToUnmute', by: 1 })
  expect(told(it)).toEqual(['Ada asks you to unmute'])
})

it('does not tell of what one wrote oneself, nor of what is read out in the open chat', () => {
  const it = room()
  it.hear({ type: 'said', message: said(participant(2, 'Ben'), 'Mine', 1) })
  it.chat.open = true
  it.hear({ type: 'said', message: said(ada, 'Hello', 2) })
  expect(told(it)).toEqual([])
})
