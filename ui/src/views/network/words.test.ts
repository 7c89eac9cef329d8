import { expect, it } from 'vitest'

import type { RingEnd } from '../../protocol/RingEnd'
import type { RingState } from '../../session/standby.svelte'
import { hostName, nameOf, progress } from './words'

const to = { id: 'bbbbbbbbbbbbbbbb', name: 'Ben' }
const say = (state: RingState) => progress({ call: '', to, kind: 'video', state })

it('says in words how a ring goes', () => {
  expect(say({ name: 'calling' })).toBe('Reaching them…')
  expect(say({ name: 'ringing' })).toBe('It rings there.')
  expect(say({ name: 'failed', failure: { code: 'new', message: 'The disk is full.' } })).toBe(
    'The disk is full.',
  )
})

it.each([
  ['declined', /declined/],
  ['busy', /another call/],
  ['noAnswer', /did not answer/],
  ['unreachable', /cannot be reached/],
  ['cancelled', /over/],
  ['elsewhere', /over/],
] satisfies [RingEnd, RegExp][])('says how a ring ended: %s', (reason, words) => {
  expect(say({ name: 'ended', reason })).toMatch(words)
})

it('has a word for who tells no name', () => {
  expect(nameOf({ name: null })).toBe('Someone nearby')
  expect(hostName({ name: null })).toBe('Unnamed computer')
})
