import { expect, it } from 'vitest'

import { heard, loudness } from './level'

it('measures loudness as an ear does', () => {
  expect(loudness(new Float32Array(8))).toBe(0)
  expect(loudness(new Float32Array(8).fill(1))).toBe(1)
  expect(heard(0.1), '-20 dB').toBeCloseTo(2 / 3)
  expect(heard(0.0001), 'a whisper in the next house').toBe(0)
  expect(heard(2)).toBe(1)
})
