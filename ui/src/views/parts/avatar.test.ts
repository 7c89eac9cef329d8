import { expect, test } from 'vitest'

import { hue, initials } from './avatar'

test('a person is drawn by the first letters of their first and last name', () => {
  expect(initials('ada lovelace')).toBe('AL')
  expect(initials('  Jean-Luc  van der Picard ')).toBe('JP')
  expect(initials('Zoë')).toBe('Z')
  expect(initials('🦊 fox')).toBe('🦊F')
  expect(initials('Ben (Sales)')).toBe('BS')
  expect(initials('')).toBe('')
})

test('a name keeps its colour', () => {
  expect(hue('Ada')).toBe(hue('Ada'))
  for (const name of ['', 'Ada', '张伟', 'a'.repeat(64)]) {
    expect(hue(name)).toBeGreaterThanOrEqual(0)
    expect(hue(name)).toBeLessThan(8)
  }
})
