import { beforeEach, expect, it } from 'vitest'

import { FakeShell } from '../platform/testing'
import { Quit } from './quit.svelte'
import { Room } from './room.svelte'
import { ada, ben, participant, welcome } from './testing/wire'

let did: string[]
let refused: boolean
let shell: FakeShell
let room: Room
let quit: Quit

beforeEach(() => {
  did = []
  refused = false
  shell = new FakeShell()
  room = new Room((request) => {
    did.push(request.type)
    const error = { code: 'not_allowed', message: 'No.' } as const
    return Promise.resolve(refused ? { ok: false, error } : { ok: true })
  })
  room.hear(welcome({ participants: [ada, { ...ben, role: 'host' }, participant(3, 'Cleo')] }))
  quit = new Quit(shell, () => ({
    room,
    leave: () => {
      did.push('leave')
      return Promise.resolve()
    },
  }))
  quit.ask(2)
})

it('stays, or quits at once, as one says', async () => {
  await quit.stay()
  expect(quit.others).toBeNull()
  quit.ask(1)
  await quit.now()
  expect([shell.choices, did]).toEqual([['stay', 'quit'], []])
})

it('makes someone host, leaves, and quits when they are done', async () => {
  expect(quit.successors.map(({ name }) => name)).toEqual(['Ada', 'Cleo'])
  await quit.whenEmpty(3)
  expect([did, shell.choices]).toEqual([['handOver', 'leave'], ['quitWhenEmpty']])
})

it('stays and asks on where nobody can be made the host', async () => {
  refused = true
  await quit.whenEmpty(3)
  expect([did, shell.choices, quit.others]).toEqual([['handOver'], [], 2])
})

it('asks for nobody to be the host where one is a guest, or in no call', async () => {
  room.hear(welcome())
  expect(quit.successors).toEqual([])
  await quit.whenEmpty(null)
  const idle = new Quit(shell, () => null)
  await idle.whenEmpty(null)
  expect([did, shell.choices]).toEqual([['leave'], ['quitWhenEmpty', 'quitWhenEmpty']])
})
