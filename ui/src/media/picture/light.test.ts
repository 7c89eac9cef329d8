import { describe, expect, it } from 'vitest'

import { brightnessOf, gammaFor, isDark } from './light'

const points = (...all: [number, number, number, number][]) => Uint8Array.from(all.flat())

describe('how bright a picture is', () => {
  it('is what an eye sees of it', () => {
    expect(brightnessOf(points([0, 0, 0, 255], [255, 255, 255, 255]))).toBeCloseTo(0.5)
    expect(brightnessOf(points([0, 255, 0, 0]))).toBeGreaterThan(
      brightnessOf(points([0, 0, 255, 0])),
    )
    expect(brightnessOf([]), 'nothing is dark').toBe(0)
  })

  it('decides how much brighter it is made, within bounds', () => {
    expect(gammaFor(0.5)).toBe(1)
    expect(0.2 ** gammaFor(0.2), 'it is brought to the middle').toBeCloseTo(0.42)
    expect(gammaFor(0.001), 'noise is not a face').toBe(0.45)
  })

  it('is dark once it was so for a while', () => {
    expect(isDark([0.1, 0.1])).toBe(false)
    expect(isDark([0.5, 0.1, 0.1, 0.1])).toBe(true)
    expect(isDark([0.1, 0.1, 0.5])).toBe(false)
  })
})
