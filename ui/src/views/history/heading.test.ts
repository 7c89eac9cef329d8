import { expect, test } from 'vitest'

import { heading } from './heading'

test('a meeting is known by its title, or by who was there', () => {
  expect(heading({ title: 'Plans', people: ['Ada'] })).toBe('Plans')
  expect(heading({ title: null, people: [] })).toBe('Nobody came')
  expect(heading({ title: null, people: ['Ada', 'Ben', 'Cleo', 'Dan'] })).toBe(
    'Ada, Ben, Cleo, and Dan',
  )
  expect(heading({ title: null, people: ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve'] })).toBe(
    'Ada, Ben, Cleo, and 2 others',
  )
})
