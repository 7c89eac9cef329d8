import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { CallCard } from '../protocol/CallCard'
import type { NativeEvent } from '../protocol/NativeEvent'
import { Console } from './console.svelte'
import { FakePresence } from './testing/presence'
import { ada, allOn, said, settled, welcome } from './testing/wire'

const card: CallCard = {
  path: '/m/abc-def-234',
  title: null,
  state: 'in',
  since: 1000,
  media: allOn,
  people: 2,
  waiting: 0,
  seen: false,
}

/** The window beside a browser that holds a call. */
class Desk {
  readonly around = new FakePresence()
  readonly cards: (CallCard | null)[] = []
  readonly events: string[] = []
  readonly console = new Console({
    presence: this.around.presence,
    onchange: (card) => this.cards.push(card),
    onevent: ({ type }) => this.events.push(type),
  })

  get steers() {
    return this.around.wire.asked('steer').map(({ deed }) => deed)
  }

  hold(change: Partial<CallCard> = {}): Promise<void> {
    return this.around.tell({ type: 'callHeld', card: { ...card, ...change } })
  }

  mirror(event: NativeEvent): Promise<void> {
    return this.around.tell({ type: 'mirrored', event })
  }

  /** The holder answers what it was asked last. */
  async answer(reply: unknown = { ok: true }): Promise<void> {
    const ask = this.around.wire.asked('steer').at(-1)?.ask ?? 0
    await this.around.tell({ type: 'steerAnswered', ask, reply })
    await settled()
  }
}

let desk: Desk

beforeEach(async () => {
  vi.useFakeTimers()
  desk = new Desk()
  await desk.around.stand()
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks to see a call once somebody is in it, and shows what is mirrored', async () => {
  await desk.hold({ state: 'door', since: null })
  expect([desk.steers, desk.console.room]).toEqual([[], null])
  await desk.hold()
  expect(desk.steers).toEqual([{ type: 'show' }])
  await desk.hold({ people: 3 })
  expect(desk.steers, 'it is the same call').toHaveLength(1)
  await desk.mirror(welcome())
  expect(desk.console.room?.people.me?.name).toBe('Ben')
  await desk.mirror({ type: 'said', message: said(ada, 'hello', 5) })
  expect(desk.console.room?.chat.lines.at(-1)?.text).toBe('hello')
  expect(desk.events).toEqual(['welcome', 'said'])
})

it.each([{ path: '/m/xyz-xyz-xyz' }, { since: 2000 }])(
  'asks anew to see another call: %o',
  async (change) => {
    await desk.hold()
    await desk.mirror(welcome())
    await desk.hold(change)
    expect(desk.steers).toEqual([{ type: 'show' }, { type: 'show' }])
    expect(desk.console.room, 'the other is of the past').toBeNull()
  },
)

it('asks again for what it was not shown', async () => {
  await desk.hold()
  await desk.answer({ ok: false, error: { code: 'no_call', message: 'Not yet.' } })
  await desk.hold({ people: 3 })
  expect(desk.steers).toEqual([{ type: 'show' }, { type: 'show' }])
  await desk.hold({ people: 4 })
  expect(desk.steers, 'one answer is awaited').toHaveLength(2)
  await desk.mirror(welcome())
  await desk.answer()
  await desk.hold({ people: 5 })
  expect(desk.steers, 'it was shown').toHaveLength(2)
})

it('asks the holder what a member may ask, and tells why it was not done', async () => {
  await desk.hold()
  await desk.mirror(welcome())
  const { room } = desk.console
  room?.admit(4)
  await settled()
  expect(desk.steers.at(-1)).toEqual({ type: 'request', request: { type: 'admit', who: 4 } })
  await desk.answer({ ok: false, error: { code: 'someday', message: 'Not today.' } })
  expect(room?.notices.list.map(({ text }) => text)).toEqual(['Not today.'])
})

it('switches the microphone to what it is not', async () => {
  await desk.hold()
  void desk.console.toggleMicrophone()
  await settled()
  expect(desk.steers.at(-1)).toEqual({ type: 'setMicrophone', on: false })
  const muted = { ...allOn, microphone: { available: true, enabled: false } }
  await desk.hold({ media: muted })
  void desk.console.toggleMicrophone()
  await settled()
  expect(desk.steers.at(-1)).toEqual({ type: 'setMicrophone', on: true })
})

it('waits for no answer of a holder that is silent or gone', async () => {
  await desk.hold()
  const silent = desk.console.leave()
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await silent)?.code).toBe('unreachable')
  const gone = desk.console.leave()
  await settled()
  await desk.around.tell({ type: 'callReleased' })
  expect((await gone)?.code).toBe('unreachable')
  desk.around.wire.refusals.steer = 'no_call'
  expect((await desk.console.leave())?.code).toBe('no_call')
})

it.each(['ended', 'removed'] as const)('knows that the call is over by being %s', async (type) => {
  await desk.hold()
  await desk.mirror(welcome())
  await desk.mirror({ type })
  await desk.around.tell({ type: 'callReleased' })
  expect(desk.console.over).toEqual({ path: card.path, title: null, how: type })
  expect([desk.console.card, desk.console.room, desk.cards.at(-1)]).toEqual([null, null, null])
  await desk.hold({ since: 3000 })
  expect(desk.console.over, 'another begins').toBeNull()
})

it('does not take a lost connection for the end of the call', async () => {
  await desk.hold()
  desk.around.wire.drop()
  expect([desk.console.card, desk.console.over]).toEqual([null, null])
  await desk.around.wire.connect()
  await desk.hold()
  expect(desk.steers, 'and asks to see it anew').toEqual([{ type: 'show' }, { type: 'show' }])
})
