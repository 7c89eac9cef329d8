import { expect, it } from 'vitest'

import { lineOf } from './figures'

const BOX = { width: 60, height: 10, span: 60_000, least: 100 }

it('ends at the right, and reaches the top with its highest figure', () => {
  const points = [
    { at: 30_000, value: 0 },
    { at: 60_000, value: 200 },
  ]
  expect(lineOf(points, BOX)).toBe('M30.0 10.0L60.0 0.0')
})

it('makes no mountain of little', () => {
  expect(lineOf([{ at: 60_000, value: 50 }], BOX)).toBe('M60.0 5.0')
})

it('has a gap where nothing was known', () => {
  const points = [1, null, 1, 1].map((value, i) => ({ at: i * 20_000, value }))
  expect(lineOf(points, BOX).match(/[ML]/g)).toEqual(['M', 'M', 'L'])
})

it('is empty without figures', () => {
  expect(lineOf([], BOX)).toBe('')
})
