import { beforeEach, expect, it } from 'vitest'

import { FakeShell } from '../platform/testing'
import { en } from '../words/en'
import { Alerts } from './alerts'
import { Room } from './room.svelte'
import { ada, ben, named, said, settled, welcome } from './testing/wire'

const incoming = {
  call: 'c',
  from: { id: 'b', name: 'Cleo' },
  kind: 'video',
  path: '/m/x',
} as const

/** A window that nobody looks at. */
class Desk {
  readonly shell = new FakeShell()
  readonly did: string[] = []
  wanted = true
  attended = false
  readonly alerts = new Alerts({
    shell: this.shell,
    wanted: () => this.wanted,
    attended: () => this.attended,
    words: () => en.alerts,
    onaccept: () => this.did.push('accept'),
    ondecline: () => this.did.push('decline'),
    onshow: () => this.did.push('show'),
  })
  readonly room = new Room((request) => {
    this.did.push(request.type)
    return Promise.resolve({ ok: true })
  })
}

let desk: Desk

beforeEach(() => {
  desk = new Desk()
  desk.room.hear(welcome())
})

it.each(['accept', 'decline'])('tells of a ring, and can %s it', (action) => {
  desk.alerts.ringing(incoming)
  expect(desk.shell.notes).toMatchObject([{ tag: 'ring', title: 'Cleo rings' }])
  desk.alerts.pressed('ring', action)
  desk.alerts.pressed('ring', action)
  expect(desk.did, 'once').toEqual([action])
})

it('withdraws a ring that is over', () => {
  desk.alerts.ringing(incoming)
  desk.alerts.ringing(null)
  desk.alerts.pressed('ring', 'accept')
  expect([desk.shell.withdrawn, desk.did]).toEqual([['ring'], []])
})

it('tells who knocks, lets them in from there, and forgets them when they were answered', async () => {
  desk.alerts.hear({ type: 'knocked', who: named(4, 'Dan') }, desk.room)
  desk.alerts.hear({ type: 'knocked', who: named(5, 'Eve') }, desk.room)
  expect(desk.shell.notes.map(({ title }) => title)).toEqual(['Dan knocks', 'Eve knocks'])
  desk.alerts.pressed('knock-4', 'admit')
  desk.alerts.hear({ type: 'knockAnswered', who: 5 }, desk.room)
  await settled()
  expect([desk.did, desk.shell.withdrawn]).toEqual([['admit'], ['knock-5']])
})

it('tells what others write, until somebody looks', () => {
  desk.alerts.hear({ type: 'said', message: said(ben, 'mine', 1) }, desk.room)
  desk.alerts.hear({ type: 'said', message: said(ada, 'hello', 2) }, desk.room)
  expect(desk.shell.notes).toMatchObject([{ tag: 'chat', title: 'Ada', body: 'hello' }])
  desk.alerts.look()
  expect(desk.shell.withdrawn, 'nobody does').toEqual([])
  desk.attended = true
  desk.alerts.look()
  expect(desk.shell.withdrawn).toEqual(['chat'])
})

it('withdraws what is of a call that is over, but not who rings', () => {
  desk.alerts.ringing(incoming)
  desk.alerts.hear({ type: 'said', message: said(ada, 'hello', 2) }, desk.room)
  desk.alerts.over()
  expect(desk.shell.withdrawn).toEqual(['chat'])
})

it.each([
  ['looks', { attended: true }],
  ['wants none', { wanted: false }],
])('is silent for whoever %s', (_, how) => {
  Object.assign(desk, how)
  desk.alerts.ringing(incoming)
  desk.alerts.hear({ type: 'said', message: said(ada, 'hello', 2) }, desk.room)
  expect(desk.shell.notes).toEqual([])
})
