import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { attemptShell } from '../platform/failure'
import { FakeShell } from '../platform/testing'
import { ApiFailure } from './api'
import { HandOver } from './handover.svelte'

const path = '/m/abc-def-234'

/** A window that cannot call. */
class Desk {
  readonly shell = new FakeShell()
  issued = 0
  isFull = false
  readonly handOver = new HandOver({
    ticket: (entrance) => {
      if (this.isFull) throw new ApiFailure({ code: 'someday', message: 'Wait a minute.' })
      return Promise.resolve(`${entrance ?? 'door'}${++this.issued}`)
    },
    open: (url) => attemptShell(() => this.shell.openInBrowser(url)),
    origin: 'http://127.0.0.1:7466',
  })
}

let desk: Desk

beforeEach(() => {
  vi.useFakeTimers()
  desk = new Desk()
})
afterEach(() => {
  vi.useRealTimers()
})

it('opens the browser with a ticket, and ends when the call has begun there', async () => {
  await desk.handOver.begin(path, 'usual')
  expect(desk.shell.opened).toEqual([`http://127.0.0.1:7466${path}#ticket=usual1`])
  expect(desk.handOver.state.name).toBe('opening')
  desk.handOver.end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([desk.handOver.state.name, desk.issued]).toEqual(['idle', 1])
})

it('offers a link that stays good when the browser does not come into the call', async () => {
  await desk.handOver.begin(path, null)
  await vi.advanceTimersByTimeAsync(8000)
  expect(desk.handOver.state).toEqual({
    name: 'stuck',
    problem: null,
    link: `http://127.0.0.1:7466${path}#ticket=door2`,
  })
  await vi.advanceTimersByTimeAsync(45_000)
  expect(desk.handOver.state, 'tickets live for a minute').toMatchObject({
    link: `http://127.0.0.1:7466${path}#ticket=door3`,
  })
  await desk.handOver.again()
  expect(desk.handOver.state.name).toBe('opening')
  expect(desk.shell.opened).toHaveLength(2)
})

it('says why no browser opened', async () => {
  desk.shell.refusal = 'There is no browser.'
  await desk.handOver.begin(path, 'video')
  expect(desk.handOver.state).toMatchObject({ name: 'stuck', problem: 'There is no browser.' })
})

it('offers at least the address when there is no ticket', async () => {
  desk.isFull = true
  await desk.handOver.begin(path, 'usual')
  expect(desk.shell.opened).toEqual([])
  expect(desk.handOver.state).toEqual({
    name: 'stuck',
    problem: 'Wait a minute.',
    link: `http://127.0.0.1:7466${path}`,
  })
})
