import { expect, it } from 'vitest'

import type { Neighbour } from '../protocol/Neighbour'
import { meetingsOf, peopleOf } from './nearby'

const neighbour = (id: string, more: Partial<Neighbour> = {}): Neighbour => ({
  id,
  name: null,
  tags: [],
  online: false,
  ...more,
})

it('lists every open meeting by the name of who is there, those without one last', () => {
  const found = meetingsOf([
    neighbour('c', { tags: ['xyz'] }),
    neighbour('b', { name: 'Ben', tags: ['kmn', 'abc'] }),
    neighbour('a', { name: 'Ada', tags: ['def'] }),
    neighbour('d', { name: 'Cleo' }),
  ])
  expect(found.map(({ name, tag }) => [name, tag])).toEqual([
    ['Ada', 'def'],
    ['Ben', 'abc'],
    ['Ben', 'kmn'],
    [null, 'xyz'],
  ])
})

it('lists whom one can ring, in an order that stays', () => {
  const [ben, other] = ['b', 'c'].map((id) => neighbour(id, { name: 'Ben', online: true }))
  const people = [other, neighbour('a', { name: 'Ada' }), ben].filter((it) => it !== undefined)
  expect(peopleOf(people).map(({ id }) => id)).toEqual(['b', 'c'])
  expect(peopleOf(people.toReversed()).map(({ id }) => id)).toEqual(['b', 'c'])
})
