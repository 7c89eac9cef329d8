import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { ring } from './ringtone'
import type { Chime } from './sound/bell'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('rings again and again, until it is stopped', () => {
  const struck: number[] = []
  let closed = 0
  const value = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() }
  const gain = { ...value, exponentialRampToValueAtTime: vi.fn() }
  const chime = {
    currentTime: 0,
    destination: {},
    resume: () => Promise.resolve(),
    close: () => Promise.resolve(closed++),
    createOscillator: () => ({
      frequency: {},
      connect: vi.fn(),
      start: (at: number) => struck.push(at),
      stop: vi.fn(),
    }),
    createGain: () => ({ gain, connect: vi.fn() }),
  }
  const stop = ring(() => chime as unknown as Chime)
  expect(struck).toHaveLength(4)
  vi.advanceTimersByTime(5000)
  expect(struck).toHaveLength(12)
  stop()
  vi.advanceTimersByTime(60_000)
  expect([struck.length, closed]).toEqual([12, 1])
})
