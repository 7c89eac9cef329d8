import { beforeEach, expect, it } from 'vitest'

import type { Neighbour } from '../protocol/Neighbour'
import { ApiFailure } from './api'
import { Presence } from './presence'
import { StandBy } from './standby.svelte'
import { FakeWire } from './testing/wire'

const ben: Neighbour = { id: 'bbbbbbbbbbbbbbbb', name: 'Ben', tags: ['xyz'], online: true }
const ringing = {
  type: 'ringing',
  call: 'ghj-kmn-234',
  from: { id: ben.id, name: 'Ben' },
  kind: 'video',
  path: `/hosts/${ben.id}/m/ghj-kmn-234`,
} as const

/** Ada's window, and what became of it. */
class Desk {
  readonly wire = new FakeWire()
  readonly went: string[] = []
  readonly heard: (string | null)[] = []
  name = 'Ada'
  missed = 0
  made: Promise<string> = Promise.resolve('abc-def-234')
  readonly presence = new Presence({ wire: () => this.wire, name: () => this.name })
  readonly standBy = new StandBy({
    presence: this.presence,
    newMeeting: () => this.made,
    onaccepted: (where, kind) => {
      this.went.push(`${'path' in where ? where.path : where.code} by ${kind}`)
    },
    onincoming: (incoming) => this.heard.push(incoming?.from.name ?? null),
    onmissed: () => this.missed++,
  })

  get outgoing(): string | null {
    const state = this.standBy.outgoing?.state
    if (state === undefined) return null
    return state.name === 'ended' ? state.reason : state.name
  }

  hear(event: Parameters<FakeWire['tell']>[0]): Promise<void> {
    return this.wire.tell(event, 0)
  }
}

let desk: Desk

beforeEach(async () => {
  desk = new Desk()
  desk.presence.open()
  await desk.wire.connect()
})

it('stands by under its name, again after a lost connection, and when it is another', async () => {
  expect(desk.wire.asked('standBy')).toEqual([{ type: 'standBy', name: 'Ada' }])
  desk.wire.drop()
  await desk.wire.connect()
  await desk.presence.rename()
  expect(desk.wire.asked('standBy')).toHaveLength(2)
  desk.name = 'Ada L.'
  await desk.presence.rename()
  expect(desk.wire.asked('standBy').at(-1)).toEqual({ type: 'standBy', name: 'Ada L.' })
})

it('shows who is near, as long as it is connected', async () => {
  expect([desk.standBy.known, desk.standBy.neighbours]).toEqual([false, []])
  await desk.hear({ type: 'nearby', neighbours: [ben] })
  expect([desk.standBy.known, desk.standBy.neighbours]).toEqual([true, [ben]])
  await desk.hear({ type: 'nearby', neighbours: [] })
  expect([desk.standBy.known, desk.standBy.neighbours]).toEqual([true, []])
  await desk.hear({ type: 'nearby', neighbours: [ben] })
  desk.wire.drop()
  expect([desk.standBy.known, desk.standBy.neighbours]).toEqual([false, []])
})

it('rings someone into a meeting of its own, and goes there when they accept', async () => {
  await desk.standBy.ring(ben, 'voice')
  expect(desk.wire.asked('ring')).toEqual([
    { type: 'ring', call: 'abc-def-234', to: ben.id, kind: 'voice' },
  ])
  expect(desk.outgoing).toBe('calling')
  await desk.hear({ type: 'ringStarted', call: 'abc-def-234' })
  expect(desk.outgoing).toBe('ringing')
  await desk.hear({ type: 'ringAccepted', call: 'abc-def-234' })
  expect([desk.outgoing, desk.went]).toEqual([null, ['abc-def-234 by voice']])

  desk.standBy.hangUp()
  desk.standBy.hangUp()
  expect(desk.wire.asked('endRing'), 'then they can be rung again').toEqual([
    { type: 'endRing', call: 'abc-def-234' },
  ])
})

it.each(['declined', 'busy', 'noAnswer', 'unreachable'] as const)(
  'says that a ring ended as %s, until that was read',
  async (reason) => {
    await desk.standBy.ring(ben, 'video')
    desk.standBy.dismiss()
    expect(desk.outgoing, 'there is nothing to read yet').toBe('calling')
    await desk.hear({ type: 'ringEnded', call: 'abc-def-234', reason })
    expect(desk.outgoing).toBe(reason)
    desk.standBy.dismiss()
    expect(desk.outgoing).toBeNull()
  },
)

it.each([
  ['not_available', 'busy'],
  ['in_call', 'busy'],
  ['not_online', 'unreachable'],
  ['too_many_requests', 'failed'],
] as const)('says why it could not even ring: %s', async (code, outcome) => {
  desk.wire.refusals.ring = code
  await desk.standBy.ring(ben, 'video')
  expect(desk.outgoing).toBe(outcome)
  delete desk.wire.refusals.ring
  await desk.standBy.ring(ben, 'video')
  expect(desk.outgoing, 'one may try again at once').toBe('calling')
})

it('says when no meeting could be made to ring into', async () => {
  const failure = new ApiFailure({ code: 'bad_request', message: 'The disk is full.' })
  desk.made = Promise.reject(failure)
  await desk.standBy.ring(ben, 'video')
  expect(desk.standBy.outgoing?.state).toEqual({ name: 'failed', failure })
})

it('gives up ringing, even before there is a meeting', async () => {
  await desk.standBy.ring(ben, 'video')
  await desk.standBy.cancel()
  expect([desk.outgoing, desk.wire.asked('endRing')]).toEqual([
    null,
    [{ type: 'endRing', call: 'abc-def-234' }],
  ])
  await desk.hear({ type: 'ringEnded', call: 'abc-def-234', reason: 'cancelled' })
  expect(desk.outgoing).toBeNull()

  const ring = desk.standBy.ring(ben, 'video')
  await desk.standBy.cancel()
  await ring
  expect(desk.wire.asked('ring'), 'the second one was never rung').toHaveLength(1)
})

it('rings under the name that was typed just now', async () => {
  desk.name = 'Ada L.'
  await desk.standBy.ring(ben, 'video')
  expect(desk.wire.requests.slice(-2).map(({ type }) => type)).toEqual(['standBy', 'ring'])
  expect(desk.wire.asked('standBy').at(-1)?.name).toBe('Ada L.')
})

it('rings one at a time', async () => {
  await desk.standBy.ring(ben, 'video')
  await desk.standBy.ring({ ...ben, id: 'cccccccccccccccc' }, 'video')
  expect(desk.wire.asked('ring').map(({ to }) => to)).toEqual([ben.id])
})

it('is rung, and goes where the meeting is, with what was chosen', async () => {
  await desk.hear(ringing)
  expect(desk.standBy.incoming?.from.name).toBe('Ben')
  await desk.standBy.accept('voice')
  expect(desk.wire.asked('answerRing')).toEqual([
    { type: 'answerRing', call: 'ghj-kmn-234', accept: true },
  ])
  expect([desk.standBy.incoming, desk.went]).toEqual([null, [`${ringing.path} by voice`]])
})

it('leaves the call it is in before it takes another', async () => {
  await desk.standBy.ring(ben, 'video')
  await desk.hear({ type: 'ringAccepted', call: 'abc-def-234' })
  await desk.hear(ringing)
  await desk.standBy.accept('video')
  expect(desk.wire.requests.slice(-2)).toEqual([
    { type: 'endRing', call: 'abc-def-234' },
    { type: 'answerRing', call: 'ghj-kmn-234', accept: true },
  ])
})

it('goes nowhere when the ring was over before it was accepted', async () => {
  await desk.hear(ringing)
  desk.wire.refusals.answerRing = 'no_such_call'
  await desk.standBy.accept('video')
  expect([desk.standBy.incoming, desk.went]).toEqual([null, []])
})

it('declines', async () => {
  await desk.hear(ringing)
  await desk.standBy.decline()
  expect(desk.wire.asked('answerRing')).toEqual([
    { type: 'answerRing', call: 'ghj-kmn-234', accept: false },
  ])
  await desk.hear({ type: 'ringEnded', call: 'ghj-kmn-234', reason: 'declined' })
  expect([desk.standBy.incoming, desk.missed]).toEqual([null, 0])
})

it.each([
  ['noAnswer', 1],
  ['cancelled', 1],
  ['unreachable', 1],
  ['elsewhere', 0],
] as const)('stops ringing when it ends as %s', async (reason, missed) => {
  await desk.hear(ringing)
  await desk.hear({ type: 'ringEnded', call: 'other', reason })
  expect(desk.standBy.incoming, 'that was another ring').not.toBeNull()
  await desk.hear({ type: 'ringEnded', call: 'ghj-kmn-234', reason })
  expect([desk.standBy.incoming, desk.missed]).toEqual([null, missed])
})

it('rings nobody and is not rung any more when the server is gone', async () => {
  await desk.standBy.ring(ben, 'video')
  await desk.hear(ringing)
  desk.wire.drop()
  expect([desk.standBy.incoming, desk.outgoing]).toEqual([null, 'unreachable'])
})

it('knows that what it rang for in another window is not its own', async () => {
  await desk.hear({ type: 'ringStarted', call: 'abc-def-234' })
  await desk.hear({ type: 'ringAccepted', call: 'abc-def-234' })
  expect([desk.outgoing, desk.went]).toEqual([null, []])
})

it('dials again when the server has no room', async () => {
  const full = new Desk()
  full.wire.refusals.standBy = 'unavailable'
  full.presence.open()
  full.presence.open()
  await full.wire.connect()
  expect(full.wire.reopened).toBe(1)
})
