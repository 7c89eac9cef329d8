import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Seat } from '../protocol/Seat'
import { Connection } from './connection'
import { FakeWire, settled, welcome } from './testing/wire'

const code = 'abc-def-234'
let wire: FakeWire
const listener = {
  onevent: vi.fn(),
  onseated: vi.fn(),
  onlost: vi.fn(),
  onrefused: vi.fn(),
  ongone: vi.fn(),
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetAllMocks()
  wire = new FakeWire()
})
afterEach(() => {
  vi.useRealTimers()
})

function open(seat: Seat | null = null): Connection {
  const connection = new Connection(wire, code, seat, listener)
  connection.open()
  return connection
}

const reacted = { type: 'reacted', who: 1, emoji: '👍' } as const
const seated = { you: 2, token: 'aa' }

describe('a connection', () => {
  it('enters the meeting', async () => {
    open()
    await wire.connect()
    expect(wire.requests).toEqual([{ type: 'enter', code }])
    expect(listener.onseated).toHaveBeenCalledWith(seated, true)
  })

  it('takes its seat back after it was lost, and hears each event once', async () => {
    open()
    await wire.connect()
    await wire.tell(welcome())
    await wire.tell(reacted)
    wire.drop()
    expect(listener.onlost).toHaveBeenCalledOnce()
    await wire.connect()
    expect(wire.requests.at(-1)).toEqual({ type: 'resume', code, token: 'aa', after: 2 })
    expect(listener.onseated).toHaveBeenLastCalledWith(seated, false)
    await wire.tell(reacted, 2)
    await wire.tell(reacted, 3)
    expect(listener.onevent).toHaveBeenCalledTimes(3)
  })

  it('knows nothing after a reload', async () => {
    open({ you: 2, token: 'kept' })
    await wire.connect()
    expect(wire.requests).toEqual([{ type: 'resume', code, token: 'kept', after: null }])
    await wire.tell(welcome(), 57)
    expect(listener.onevent).toHaveBeenCalledOnce()
  })

  it('enters again when its seat was given up', async () => {
    wire.refusals.resume = 'unknown_token'
    open({ you: 2, token: 'old' })
    await wire.connect()
    expect(wire.requests.map(({ type }) => type)).toEqual(['resume', 'enter'])
    expect(listener.onseated).toHaveBeenCalledExactlyOnceWith(seated, true)
    await wire.tell(reacted, 1)
    expect(listener.onevent, 'a new seat counts from one').toHaveBeenCalledOnce()
  })

  it('says when the meeting does not let one in', async () => {
    wire.refusals.enter = 'no_such_meeting'
    open()
    await wire.connect()
    expect(listener.onrefused).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'no_such_meeting' }),
    )
  })

  it('tries again what may well pass', async () => {
    wire.refusals.enter = 'unavailable'
    open()
    await wire.connect()
    expect(wire.reopened).toBe(1)
    delete wire.refusals.enter
    await wire.connect()
    expect(listener.onseated).toHaveBeenCalledOnce()
    expect(listener.onrefused).not.toHaveBeenCalled()
  })

  it('says when the server does not want to talk', () => {
    open()
    wire.refuse('You are signed out. Sign in again.')
    expect(listener.onrefused).toHaveBeenCalledWith({
      code: 'unavailable',
      message: 'You are signed out. Sign in again.',
    })
  })

  it('gives up after half a minute without the server, but not while it tries in vain', async () => {
    open()
    await vi.advanceTimersByTimeAsync(29_000)
    await wire.connect()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(listener.ongone).not.toHaveBeenCalled()
    wire.drop()
    await vi.advanceTimersByTimeAsync(20_000)
    wire.refusals.resume = 'unavailable'
    await wire.connect()
    await vi.advanceTimersByTimeAsync(11_000)
    expect(listener.ongone, 'a server that cannot serve is as good as none').toHaveBeenCalledOnce()
  })

  it('refuses requests while it has no seat', async () => {
    const connection = open()
    await expect(connection.request({ type: 'admitAll' })).resolves.toMatchObject({
      error: { code: 'unreachable' },
    })
    expect(wire.requests).toEqual([])
  })

  it('leaves, and hears nothing more', async () => {
    const connection = open()
    await wire.connect()
    await connection.leave()
    expect(wire.requests.at(-1)).toEqual({ type: 'leave' })
    expect(wire.closed).toBe(true)
    await wire.tell(reacted)
    wire.drop()
    expect([listener.onevent.mock.calls, listener.onlost.mock.calls]).toEqual([[], []])
  })

  it('leaves without a word where nobody hears it', async () => {
    const connection = open()
    await connection.leave()
    await wire.connect()
    expect(wire.requests.map(({ type }) => type)).not.toContain('leave')
    expect(listener.onseated).not.toHaveBeenCalled()
  })
})

describe('a signal', () => {
  const signals = () => wire.asked('signal').map(({ payload }) => payload)

  it('is sent in order', async () => {
    const connection = open()
    await wire.connect()
    connection.signal(1, 'one')
    connection.signal(1, 'two')
    expect(signals()).toEqual(['one', 'two'])
  })

  it('is sent again if the connection was lost before it was acknowledged', async () => {
    const connection = open()
    await wire.connect()
    connection.signal(1, 'heard')
    await settled()
    wire.refusals.signal = 'unreachable'
    connection.signal(1, 'on its way')
    wire.drop()
    connection.signal(1, 'later')
    await settled()
    delete wire.refusals.signal
    await wire.connect()
    expect(signals()).toEqual(['heard', 'on its way', 'on its way', 'later'])
  })

  it('is not sent again when everything starts anew', async () => {
    const connection = open()
    await wire.connect()
    wire.drop()
    connection.signal(1, 'of a past life')
    wire.refusals.resume = 'unknown_token'
    await wire.connect()
    expect(signals()).toEqual([])
  })

  it('to someone who is gone is forgotten', async () => {
    const connection = open()
    await wire.connect()
    wire.refusals.signal = 'no_such_participant'
    connection.signal(9, 'hello?')
    await settled()
    wire.drop()
    await wire.connect()
    expect(signals()).toEqual(['hello?'])
  })
})
