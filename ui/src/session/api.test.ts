import { beforeEach, describe, expect, it, vi } from 'vitest'

import { Account } from './account.svelte'
import { Api, ApiFailure } from './api'
import { History } from './history.svelte'
import { Identity } from './identity'
import { pageMemory } from './storage'

let identity: Identity
let api: Api
const answer = vi.fn<(path: string, request: RequestInit) => Response | Promise<Response>>()

beforeEach(() => {
  identity = new Identity(pageMemory())
  answer.mockReset()
  const fetch = async (path: unknown, request?: RequestInit) => answer(String(path), request ?? {})
  api = new Api(identity, '', fetch)
})

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const refused = (status: number, code: string) => json({ code, message: 'No.' }, status)

function failure(code: string): unknown {
  return expect.objectContaining({ name: 'ApiFailure', code })
}

describe('the REST interface', () => {
  it('says who asks', async () => {
    answer.mockReturnValue(json({ code: 'abc-def-234' }, 201))
    await api.createMeeting({ title: 'Tea' })
    const [path, request] = answer.mock.lastCall ?? []
    expect(path).toBe('/api/meetings')
    expect(request).toMatchObject({ method: 'POST', body: '{"title":"Tea"}' })
    const headers = new Headers(request?.headers)
    expect(headers.get('Authorization')).toBe(`Bearer ${identity.token}`)
    expect(headers.get('Content-Type')).toBe('application/json')
  })

  it.each([
    ['a refusal', () => refused(410, 'ended'), 'ended'],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
    [
      'a proxy without its server',
      () => new Response('<h1>Bad</h1>', { status: 502 }),
      'unreachable',
    ],
    ['a stranger', () => new Response('<h1>Hi</h1>'), 'garbled'],
    ['a stranger who refuses', () => json({ error: 'no' }, 404), 'garbled'],
  ])('throws what it can say of %s', async (_name, response, code) => {
    answer.mockImplementation(response)
    await expect(api.meeting('abc-def-234')).rejects.toEqual(failure(code))
  })
})

describe('an account', () => {
  const account = { username: 'ada', name: 'Ada' }
  const changed = vi.fn()

  it('is signed in to, and out of', async () => {
    const it = new Account(api, identity, changed)
    const guest = identity.token
    answer.mockReturnValueOnce(json({ token: 's.1', me: { account } }, 201))
    await it.signIn({ username: 'ada', password: 'lovelace' })
    expect(it.details).toEqual(account)
    expect(identity.token).toBe('s.1')
    expect(changed, 'whose history it is changed').toHaveBeenCalledOnce()

    answer.mockReturnValueOnce(new Response(null, { status: 204 }))
    await it.signOut()
    expect(it.details).toBeNull()
    expect(identity.token).toBe(guest)
  })

  it('is told why not', async () => {
    const it = new Account(api, identity, changed)
    answer.mockReturnValueOnce(refused(401, 'wrong_credentials'))
    await expect(it.signIn({ username: 'ada', password: 'x' })).rejects.toBeInstanceOf(ApiFailure)
    expect(identity.isSignedIn).toBe(false)
  })

  it('is a guest again when the session is over', async () => {
    identity.signIn('s.old')
    const it = new Account(api, identity, changed)
    answer.mockReturnValueOnce(refused(401, 'signed_out'))
    await it.load()
    expect(identity.isSignedIn).toBe(false)
    identity.signIn('s.old')
    answer.mockReturnValueOnce(refused(401, 'signed_out'))
    await it.signOut()
    expect(identity.isSignedIn).toBe(false)
  })

  it('stays signed in while the server cannot be asked', async () => {
    identity.signIn('s.1')
    const it = new Account(api, identity, changed)
    answer.mockRejectedValue(new TypeError('Failed to fetch'))
    await it.load()
    await expect(it.signOut()).rejects.toEqual(failure('unreachable'))
    expect(identity.isSignedIn).toBe(true)
  })
})

describe('the history', () => {
  const past = (code: string, startedAt: number) => ({ code, startedAt })
  const saved = vi.fn()

  it('is loaded page by page', async () => {
    const history = new History(api, saved)
    answer.mockReturnValueOnce(json({ meetings: [past('b', 2)], more: true }))
    await history.load()
    expect([history.state, history.more]).toEqual(['ready', true])
    answer.mockReturnValueOnce(json({ meetings: [past('a', 1)], more: false }))
    await history.loadMore()
    expect(answer.mock.lastCall?.[0]).toBe('/api/history?limit=20&before=2')
    expect(history.meetings.map(({ code }) => code)).toEqual(['b', 'a'])
    answer.mockReturnValueOnce(new Response(null, { status: 204 }))
    await history.remove('b')
    expect(history.meetings.map(({ code }) => code)).toEqual(['a'])
  })

  it('keeps what it has when loading fails', async () => {
    const history = new History(api, saved)
    answer.mockReturnValueOnce(json({ meetings: [past('b', 2)], more: true }))
    await history.load()
    answer.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    await history.loadMore()
    expect(history.problem?.code).toBe('unreachable')
    expect(history.meetings).toHaveLength(1)
  })

  it('shows what was asked for last', async () => {
    const history = new History(api, saved)
    let late: (response: Response) => void = () => undefined
    answer.mockReturnValueOnce(new Promise((resolve) => (late = resolve)))
    const first = history.load()
    answer.mockReturnValueOnce(json({ meetings: [past('mine', 2)], more: false }))
    await history.load()
    late(json({ meetings: [past("the guest's", 2)], more: false }))
    await first
    expect(history.meetings.map(({ code }) => code)).toEqual(['mine'])
  })

  it('is saved as a file', async () => {
    answer.mockReturnValueOnce(json({}))
    await new History(api, saved).download('abc-def-234')
    expect(saved).toHaveBeenCalledWith(expect.any(Blob), 'hearth-abc-def-234.json')
  })
})
