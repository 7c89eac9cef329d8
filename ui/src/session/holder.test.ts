import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { Deed } from '../protocol/Deed'
import { Holder } from './holder'
import { pageMemory } from './storage'
import { FakePresence } from './testing/presence'
import { Tab, code, roster } from './testing/tab'
import { ada, participant, said, settled, welcome } from './testing/wire'

/** Ben's page, and the connection on which it stands by. */
class Page {
  readonly around = new FakePresence()
  seen = true
  readonly holder = new Holder(this.around.presence, () => this.seen)
  readonly tab: Tab = new Tab(pageMemory(), {
    onchange: () => {
      this.holder.update()
    },
    onevent: (event) => {
      this.holder.hear(this.tab.meeting, event)
    },
  })

  get card() {
    return this.around.wire.asked('holdCall').at(-1)?.card
  }

  get mirrored(): unknown[] {
    return this.around.wire.asked('mirror').map(({ event }) => event)
  }

  async comeIn(): Promise<void> {
    this.holder.hold(this.tab.meeting)
    await this.tab.wire.connect()
    await this.tab.wire.tell(roster)
    await this.tab.meeting.join('Ben')
    await this.tab.wire.tell(welcome())
    await settled()
  }

  /** Another page asks; what it is answered. */
  async steered(deed: Deed, from = 3) {
    await this.around.tell({ type: 'steered', from, ask: 7, deed })
    await settled()
    return this.around.wire.asked('answerSteer').at(-1)
  }
}

let page: Page

beforeEach(async () => {
  vi.useFakeTimers({ now: 1000 })
  page = new Page()
  await page.around.stand()
})
afterEach(() => {
  vi.useRealTimers()
})

it('shows a card of the call from the door to the way out', async () => {
  page.holder.hold(page.tab.meeting)
  await settled()
  expect(page.card).toMatchObject({ path: `/m/${code}`, state: 'connecting', since: null })
  await page.tab.wire.connect()
  await page.tab.wire.tell(roster)
  await settled()
  expect(page.card).toMatchObject({ state: 'door', people: 1, since: null })
  await page.tab.meeting.join('Ben')
  await page.tab.wire.tell({ type: 'waiting' })
  await settled()
  expect(page.card).toMatchObject({ state: 'waiting', people: 0 })
  await page.tab.wire.tell(welcome())
  await settled()
  expect(page.card).toMatchObject({ state: 'in', people: 2, since: 1000, seen: true })
  page.tab.wire.drop()
  await settled()
  expect(page.card).toMatchObject({ state: 'reconnecting', since: 1000 })
  expect(page.around.wire.asked('releaseCall')).toEqual([])
  page.tab.meeting.leave()
  await settled()
  expect(page.around.wire.asked('releaseCall')).toHaveLength(1)
})

it('tells the card when it changes, and once what changes at once', async () => {
  await page.comeIn()
  const before = page.around.wire.asked('holdCall').length
  await page.tab.meeting.switches.toggleMicrophone()
  page.seen = false
  page.holder.update()
  await settled()
  expect(page.card).toMatchObject({ seen: false, media: { microphone: { enabled: false } } })
  page.holder.update()
  await settled()
  expect(page.around.wire.asked('holdCall').length - before).toBeLessThanOrEqual(2)
  const told = page.around.wire.asked('holdCall').length
  page.holder.update()
  await settled()
  expect(page.around.wire.asked('holdCall'), 'nothing is new').toHaveLength(told)
})

it('tells the card again to a server that was gone', async () => {
  await page.comeIn()
  page.around.wire.drop()
  const told = page.around.wire.asked('holdCall').length
  await page.around.wire.connect()
  await settled()
  expect(page.around.wire.asked('holdCall')).toHaveLength(told + 1)
})

it('lets nobody hear of the meeting before somebody asked to see it', async () => {
  await page.comeIn()
  await page.tab.wire.tell({ type: 'said', message: said(ada, 'hello', 5) })
  expect(page.mirrored).toEqual([])
  expect(await page.steered({ type: 'show' })).toMatchObject({ to: 3, ask: 7, reply: { ok: true } })
  expect(page.mirrored).toEqual([welcome({ chat: [said(ada, 'hello', 5)] })])
  const joined = { type: 'joined', participant: participant(3, 'Cleo') } as const
  await page.tab.wire.tell(joined)
  await page.tab.wire.tell({ type: 'signalled', from: 1, payload: {} })
  expect(page.mirrored.slice(1), 'but not what browsers say to each other').toEqual([joined])
})

it('shows what was missed, when it stands by again, to those who look on', async () => {
  await page.comeIn()
  page.around.wire.drop()
  await page.around.wire.connect()
  await settled()
  expect(page.mirrored, 'nobody looks on').toEqual([])
  await page.steered({ type: 'show' })
  page.around.wire.drop()
  await page.tab.wire.tell({ type: 'said', message: said(ada, 'hello', 5) })
  const shown = page.mirrored.length
  await page.around.wire.connect()
  await settled()
  expect(page.mirrored.slice(shown)).toEqual([welcome({ chat: [said(ada, 'hello', 5)] })])
  const joined = { type: 'joined', participant: participant(3, 'Cleo') } as const
  await page.tab.wire.tell(joined)
  expect(page.mirrored.at(-1), 'and what follows').toEqual(joined)
})

it('obeys other pages, and answers them', async () => {
  await page.comeIn()
  const { devices } = page.tab.meeting
  expect((await page.steered({ type: 'setMicrophone', on: false }))?.reply).toEqual({ ok: true })
  await page.steered({ type: 'setMicrophone', on: false })
  expect(devices.microphone.on, 'twice off is off').toBe(false)
  await page.steered({ type: 'setCamera', on: false })
  expect(devices.camera.on).toBe(false)
  await page.steered({ type: 'request', request: { type: 'raiseHand', raised: true } })
  expect(page.tab.last('raiseHand')).toEqual({ type: 'raiseHand', raised: true })
  page.tab.wire.refusals.mute = 'not_allowed'
  const refused = await page.steered({ type: 'request', request: { type: 'mute', who: 1 } })
  expect(refused?.reply).toMatchObject({ ok: false, error: { code: 'not_allowed' } })
  await page.steered({ type: 'leave' })
  expect(page.tab.phase).toBe('left')
})

it('says why the microphone stays off', async () => {
  await page.comeIn()
  await page.steered({ type: 'setMicrophone', on: false })
  const policy = { ...welcome().policy, microphone: false }
  await page.tab.wire.tell({ type: 'policyChanged', policy, by: 1 })
  const answer = await page.steered({ type: 'setMicrophone', on: true })
  expect(answer?.reply).toMatchObject({ ok: false, error: { code: 'forbidden_by_policy' } })
})

it.each([
  { type: 'leave' },
  { type: 'join', name: 'Eve', media: null },
  { type: 'signal', to: 1, payload: {} },
  'end',
  null,
])('makes no request of another page that is about its own seat: %o', async (request) => {
  await page.comeIn()
  const before = page.tab.wire.requests.length
  const answer = await page.steered({ type: 'request', request })
  expect(answer?.reply).toMatchObject({ ok: false })
  expect(page.tab.wire.requests).toHaveLength(before)
  expect(page.tab.phase).toBe('inCall')
})

it('does not answer the tray, which does not wait', async () => {
  await page.comeIn()
  expect(await page.steered({ type: 'setMicrophone', on: false }, 0)).toBeUndefined()
  expect(page.tab.meeting.devices.microphone.on).toBe(false)
})
