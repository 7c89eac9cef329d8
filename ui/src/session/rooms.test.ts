import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import type { LastingRoom } from '../protocol/LastingRoom'
import { ApiFailure } from './api'
import { Rooms } from './rooms.svelte'

const weekly: LastingRoom = {
  code: 'abc-def-234',
  title: 'Weekly',
  own: false,
  participants: 0,
  unread: 2,
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('asks now and then as long as somebody looks, and keeps what it heard', async () => {
  const ask = vi.fn(() => Promise.resolve([weekly]))
  const rooms = new Rooms({ rooms: ask })
  const stop = rooms.follow()
  await vi.advanceTimersByTimeAsync(0)
  expect(rooms.all).toEqual([weekly])

  ask.mockRejectedValueOnce(new ApiFailure({ code: 'unreachable', message: '' }))
  await vi.advanceTimersByTimeAsync(15_000)
  expect(rooms.all, 'as last heard').toEqual([weekly])
  ask.mockResolvedValueOnce([{ ...weekly, unread: 0 }])
  await vi.advanceTimersByTimeAsync(15_000)
  expect(rooms.all[0]?.unread).toBe(0)

  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(ask).toHaveBeenCalledTimes(3)
})
