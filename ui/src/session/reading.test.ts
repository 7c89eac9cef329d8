import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { NativeEvent } from '../protocol/NativeEvent'
import { Tab, greenRoom, inCall, roster } from './testing/tab'
import { ada, openPolicy, said, settled, welcome } from './testing/wire'

const mine: NativeEvent = { ...roster, mayRead: true } as NativeEvent

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function opened(more: Partial<Extract<NativeEvent, { type: 'chatOpened' }>> = {}): NativeEvent {
  return { type: 'chatOpened', owner: false, policy: openPolicy, chat: [], ...more }
}

/** Ben came to read, and the chat is open. */
async function reader(more?: Parameters<typeof opened>[0]): Promise<Tab> {
  const tab = new Tab()
  tab.meeting.read('Ben')
  await tab.wire.connect()
  await tab.wire.tell(mine)
  await tab.wire.tell(opened(more))
  return tab
}

it('is opened without camera and microphone, once on each seat', async () => {
  const tab = await reader({ chat: [said(ada, 'until Monday', 1)] })
  expect(tab.wire.asked('openChat')).toEqual([{ type: 'openChat', name: 'Ben' }])
  expect(tab.meeting.reading.open).toBe(true)
  expect(tab.meeting.room.chat.lines.map(({ text }) => text)).toEqual(['until Monday'])
  expect(tab.source.opened, 'nothing is captured').toEqual([])

  await tab.wire.tell(mine)
  expect(tab.wire.asked('openChat'), 'others come and go').toHaveLength(1)
  tab.wire.drop()
  tab.wire.refusals.resume = 'unknown_token'
  await tab.wire.connect()
  expect(tab.wire.asked('openChat'), 'no seat is kept for who is not in').toHaveLength(2)
  expect(tab.source.opened).toEqual([])
})

it('leads to the door, and from there in with the same lines', async () => {
  const tab = await reader({ chat: [said(ada, 'until Monday', 1)] })
  tab.meeting.goToDoor()
  await settled()
  expect(tab.meeting.reading.wanted).toBe(false)
  expect(tab.meeting.devices.camera.on, 'now one sees oneself').toBe(true)
  await tab.meeting.join('Ben')
  await tab.wire.tell(welcome({ chat: [said(ada, 'until Monday', 1), said(ada, 'hello', 2)] }))
  expect(tab.phase).toBe('inCall')
  expect(tab.meeting.room.chat.lines.map(({ id }) => id)).toEqual([1, 2])
  tab.meeting.read('Ben')
  expect(tab.meeting.reading.wanted, 'who is in stays in').toBe(false)
})

it('is come to from the door, where the devices go off again', async () => {
  const tab = await greenRoom()
  await tab.wire.tell(mine)
  tab.meeting.read('Ben')
  await settled()
  expect(tab.meeting.devices.camera.on).toBe(false)
  expect(tab.wire.asked('openChat')).toHaveLength(1)
})

it('asks for nothing before one has a name, and belongs', async () => {
  const tab = new Tab()
  tab.meeting.read(' ')
  await tab.wire.connect()
  await tab.wire.tell(mine)
  expect(tab.wire.asked('openChat')).toEqual([])
  tab.meeting.read('Ben')
  expect(tab.wire.asked('openChat')).toHaveLength(1)

  const stranger = new Tab()
  stranger.meeting.read('Cleo')
  await stranger.wire.connect()
  await stranger.wire.tell(roster)
  expect(stranger.wire.asked('openChat')).toEqual([])
  expect(stranger.source.opened, 'and nobody is taken by surprise').toEqual([])
})

it('says why it was refused, and closes when the door is locked', async () => {
  const tab = new Tab()
  tab.meeting.read('Ben')
  tab.wire.refusals.openChat = 'locked'
  await tab.wire.connect()
  await tab.wire.tell(mine)
  expect(tab.meeting.reading.problem?.code).toBe('locked')
  delete tab.wire.refusals.openChat
  await tab.wire.tell(mine)
  await tab.wire.tell(opened())
  expect([tab.meeting.reading.problem, tab.meeting.reading.open]).toEqual([null, true])
  await tab.wire.tell({ ...roster, locked: true } as NativeEvent)
  expect(tab.meeting.reading.open).toBe(false)
})

it('lets one write as the policy says, the owner always, and tells nobody that one types', async () => {
  const tab = await reader({ policy: { ...openPolicy, chat: false } })
  const { room } = tab.meeting
  expect(room.people.may('chat')).toBe(false)
  await tab.wire.tell({ type: 'policyChanged', policy: openPolicy, by: 1 })
  expect(room.people.may('chat')).toBe(true)
  room.draft.type('hel', 0)
  expect(tab.wire.asked('setTyping')).toEqual([])
  room.draft.type('hello', 0)
  await room.draft.send()
  expect(tab.last('say')).toEqual({ type: 'say', to: null, text: 'hello', answers: null })
  expect(room.mayDelete(said(ada, 'rude', 1))).toBe(false)

  await tab.wire.tell(opened({ owner: true, policy: { ...openPolicy, chat: false } }))
  expect(room.people.may('chat')).toBe(true)
  expect(room.mayDelete(said(ada, 'rude', 1)), 'an owner keeps order').toBe(true)
})

it('forgets who was in when one was', async () => {
  const tab = await inCall()
  tab.meeting.leave()
  tab.meeting.read('Ben')
  tab.meeting.retry()
  await tab.wire.connect()
  await tab.wire.tell(mine)
  await tab.wire.tell(opened())
  expect([tab.meeting.room.people.me, tab.meeting.room.people.all]).toEqual([null, []])
})
