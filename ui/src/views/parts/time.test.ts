import { expect, test } from 'vitest'

import { length } from './time'

test('a length is said as people say it', () => {
  expect(length(20_000)).toBe('under a minute')
  expect(length(60_000)).toBe('1 min')
  expect(length(59.4 * 60_000)).toBe('59 min')
  expect(length(59.6 * 60_000)).toBe('1 h')
  expect(length(125 * 60_000)).toBe('2 h 5 min')
})
