import { describe, expect, it, vi } from 'vitest'

import type { KnownHost } from '../protocol/KnownHost'
import type { MissedCall } from '../protocol/MissedCall'
import type { Network as Settings } from '../protocol/Network'
import { Hosts } from './hosts.svelte'
import { Missed } from './missed.svelte'
import { Network } from './network.svelte'
import { Search } from './search.svelte'
import { FakeServer } from './testing/server'

const id = 'bbbbbbbbbbbbbbbb'
const ben: KnownHost = { id, name: 'Ben', trust: 'notCompared', symbols: null, seenAt: 1 }

describe('the known computers', () => {
  it('are loaded, compared and forgotten', async () => {
    const server = new FakeServer()
    const hosts = new Hosts(server.api)
    server.answers('GET /api/hosts', [ben])
    await hosts.load()
    expect(hosts.find(id)?.trust).toBe('notCompared')
    expect(hosts.find(null)).toBeNull()

    server.answers(`POST /api/hosts/${id}/comparison`)
    server.answers('GET /api/hosts', [{ ...ben, trust: 'compared' }])
    expect(await hosts.compared(id, true)).toBe(true)
    expect(server.asked).toContain(`POST /api/hosts/${id}/comparison {"same":true}`)
    expect(hosts.find(id)?.trust).toBe('compared')

    server.answers(`DELETE /api/hosts/${id}`)
    expect(await hosts.forget(id)).toBe(true)
    expect(hosts.all).toEqual([])
  })

  it('stay as they are when the server refuses, and it is said why', async () => {
    const server = new FakeServer()
    const hosts = new Hosts(server.api)
    server.answers('GET /api/hosts', [ben])
    await hosts.load()
    server.refuses(`DELETE /api/hosts/${id}`, 'unavailable')
    expect(await hosts.forget(id)).toBe(false)
    expect([hosts.all, hosts.problem?.code]).toEqual([[ben], 'unavailable'])
  })
})

describe('a code', () => {
  const tried = [
    { place: 'here', name: 'This computer', outcome: 'It has no such meeting.' },
    { place: 'network', name: 'Ben', outcome: 'It did not know the code.' },
  ] as const

  function search() {
    const server = new FakeServer()
    const found: string[] = []
    return { server, found, search: new Search(server.api, (path) => found.push(path)) }
  }

  it('leads to where the meeting is', async () => {
    const { server, found, search: it } = search()
    server.answers('POST /api/resolve', { path: `/hosts/${id}/m/abc-def-234`, tried })
    const sought = it.begin('abc-def-234')
    expect(it.state).toEqual({ name: 'searching', code: 'abc-def-234' })
    await sought
    expect([it.state.name, found]).toEqual(['idle', [`/hosts/${id}/m/abc-def-234`]])
  })

  it('that nobody has is said to be so, with what was tried', async () => {
    const { server, found, search: it } = search()
    server.answers('POST /api/resolve', { path: null, tried })
    await it.begin('abc-def-234')
    expect([it.state, found]).toEqual([{ name: 'nothing', code: 'abc-def-234', tried }, []])
    it.stop()
    expect(it.state.name).toBe('idle')
  })

  it('leads nowhere when one has stopped looking', async () => {
    const { server, found, search: it } = search()
    server.answers('POST /api/resolve', { path: '/m/abc-def-234', tried: [] })
    const sought = it.begin('abc-def-234')
    it.stop()
    await sought
    expect([it.state.name, found]).toEqual(['idle', []])
  })

  it('cannot be sought when the server does not want to', async () => {
    const { server, search: it } = search()
    server.refuses('POST /api/resolve', 'too_many_requests', 'Wait a moment.')
    await it.begin('abc-def-234')
    expect(it.state).toMatchObject({
      name: 'failed',
      code: 'abc-def-234',
      failure: { code: 'too_many_requests' },
    })
  })
})

describe('missed calls', () => {
  const call = (id: number): MissedCall => ({
    id,
    installation: ben.id,
    name: 'Ben',
    kind: 'video',
    at: id,
  })

  it('are shown newest first, until they are cleared', async () => {
    const server = new FakeServer()
    const missed = new Missed(server.api)
    server.answers('GET /api/missed', [call(1), call(2)])
    await missed.load()
    expect(missed.calls.map(({ id }) => id)).toEqual([2, 1])
    server.answers('DELETE /api/missed')
    await missed.clear()
    expect(missed.calls).toEqual([])
  })

  it('are found though they are still being written down', async () => {
    vi.useFakeTimers()
    const server = new FakeServer()
    const missed = new Missed(server.api)
    server.answers('GET /api/missed', [])
    const found = missed.loadNew()
    await vi.advanceTimersByTimeAsync(100)
    server.answers('GET /api/missed', [call(1)])
    await vi.advanceTimersByTimeAsync(500)
    await found
    expect(missed.calls).toHaveLength(1)
    expect(server.asked, 'it does not ask for longer than that').toHaveLength(2)
    vi.useRealTimers()
  })

  it('stay when they cannot be cleared', async () => {
    const server = new FakeServer()
    const missed = new Missed(server.api)
    server.answers('GET /api/missed', [call(1)])
    await missed.load()
    server.refuses('DELETE /api/missed', 'unavailable')
    await missed.clear()
    expect(missed.calls).toHaveLength(1)
  })
})

describe('the settings', () => {
  const settings: Settings = { visibility: 'everyone', showName: true, servers: [] }

  it('are changed one by one, and are what the server says', async () => {
    const server = new FakeServer()
    const network = new Network(server.api)
    expect(await network.change({ showName: false }), 'nothing is known yet').toBe(false)
    server.answers('GET /api/network', settings)
    await network.load()
    server.answers('PUT /api/network', { ...settings, visibility: 'code' })
    expect(await network.change({ visibility: 'code' })).toBe(true)
    const sent = JSON.stringify({ ...settings, visibility: 'code' })
    expect(server.asked.at(-1)).toBe(`PUT /api/network ${sent}`)
    expect(network.settings?.visibility).toBe('code')
  })

  it('stay as they were when that is refused', async () => {
    const server = new FakeServer()
    const network = new Network(server.api)
    server.answers('GET /api/network', settings)
    await network.load()
    server.refuses('PUT /api/network', 'bad_request', 'That is no address.')
    expect(await network.change({ servers: ['?'] })).toBe(false)
    expect([network.settings, network.problem?.message]).toEqual([settings, 'That is no address.'])
  })
})
