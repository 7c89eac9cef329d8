import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { Snapshot } from '../media/statistics'
import { Health, type Measured, SPAN } from './health.svelte'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A connection on which a hundred packets a second come in, and some are lost. */
class Line implements Measured {
  loss = 0
  asked = 0
  answer: Promise<unknown> = Promise.resolve()
  #lost = 0
  #packets = 0

  async measure(): Promise<Snapshot> {
    this.asked++
    await this.answer
    this.#packets += 100 * (1 - this.loss)
    this.#lost += 100 * this.loss
    const stream = {
      slot: 'microphone',
      direction: 'received',
      bytes: this.#packets * 100,
      packets: this.#packets,
      lost: this.#lost,
      frames: null,
      jitter: 0.001,
      roundTrip: null,
      width: null,
      height: null,
      codec: null,
      limit: null,
    } as const
    return { at: Date.now(), streams: new Map([['a', stream]]), path: null }
  }
}

let lines: Map<number, Line>
let line: Line
let health: Health

beforeEach(() => {
  line = new Line()
  lines = new Map([[1, line]])
  health = new Health(() => lines)
  health.start()
})

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

it('asks seldom for the bars, and more often while somebody looks', async () => {
  await pass(12)
  expect(line.asked).toBe(2)
  const away = health.look()
  await pass(6)
  expect(line.asked, 'at once, and three times in six seconds').toBe(6)
  away()
  await pass(6)
  expect(line.asked).toBe(7)
  health.stop()
  await pass(60)
  expect(line.asked, 'nobody is asked after the call').toBe(7)
})

it('shows bad bars of a bad connection, and one’s own by the best of all', async () => {
  const other = new Line()
  lines.set(2, other)
  await pass(12)
  expect(health.of(1)?.bars).toBe(4)
  line.loss = 0.3
  await pass(12)
  expect(health.of(1)?.bars).toBe(1)
  expect(health.own).toBe(4)
  other.loss = 0.3
  await pass(12)
  expect(health.own).toBe(1)
})

it('keeps a minute, and no more', async () => {
  health.look()
  await pass(300)
  const history = health.of(1)?.history ?? []
  expect(history.length).toBeGreaterThan(28)
  expect(history.length).toBeLessThan(32)
  const oldest = history[0]?.at ?? 0
  expect((history.at(-1)?.at ?? Infinity) - oldest).toBeLessThanOrEqual(SPAN)
})

it('forgets who left, and begins anew with another connection', async () => {
  await pass(12)
  lines.set(1, new Line())
  await pass(6)
  expect(health.of(1), 'one report tells nothing').toBe(null)
  await pass(6)
  expect(health.of(1)?.history).toHaveLength(1)
  lines.clear()
  await pass(6)
  expect(health.of(1)).toBe(null)
  expect(health.own).toBe(null)
})

it('does not ask again before the answer, and bears that there is none', async () => {
  let refuse: (error: unknown) => void = () => undefined
  line.answer = new Promise((...settle) => {
    refuse = settle[1]
  })
  await pass(60)
  expect(line.asked).toBe(1)
  line.answer = Promise.resolve()
  refuse(new DOMException('It is closed.', 'InvalidStateError'))
  await pass(12)
  expect(health.of(1)?.bars).toBe(4)
})
