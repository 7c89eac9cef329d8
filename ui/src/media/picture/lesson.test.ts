import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { Lesson } from './lesson.svelte'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('looks at the room once there was time to leave it', () => {
  const lesson = new Lesson()
  const look = vi.fn()
  lesson.begin(look)
  expect([lesson.state, lesson.seconds]).toEqual(['leaving', 6])
  vi.advanceTimersByTime(5000)
  expect([lesson.seconds, look.mock.calls.length]).toEqual([1, 0])
  vi.advanceTimersByTime(1000)
  expect([lesson.state, look.mock.calls.length]).toEqual(['looking', 1])
  lesson.become('known')
  expect(lesson.state).toBe('known')
})

it('looks no more once the camera is off', () => {
  const lesson = new Lesson()
  const look = vi.fn()
  lesson.begin(look)
  lesson.become('unknown')
  vi.advanceTimersByTime(10_000)
  expect([lesson.state, look.mock.calls.length]).toEqual(['unknown', 0])
})
