import { describe, expect, it } from 'vitest'

import { layOut } from './layout'

describe('the grid', () => {
  it.each([
    // A laptop.
    [1, 1440, 800, 1],
    [2, 1440, 800, 2],
    [3, 1440, 800, 2],
    [4, 1440, 800, 2],
    [5, 1440, 800, 3],
    [9, 1440, 800, 3],
    [10, 1440, 800, 4],
    [16, 1440, 800, 4],
    // A phone.
    [1, 360, 600, 1],
    [2, 360, 600, 1],
    [4, 360, 600, 2],
    [6, 360, 600, 2],
  ])('of %i tiles in %i × %i has %i columns', (count, width, height, columns) => {
    expect(layOut(count, width, height).columns).toBe(columns)
  })

  it('never leaves its space, nor wastes half of it', () => {
    for (let count = 1; count <= 40; count++) {
      for (const [width, height] of [
        [360, 600],
        [1024, 700],
        [1440, 800],
        [3840, 2000],
      ] as const) {
        const gap = 8
        const it = layOut(count, width, height, gap)
        const words = `${count} in ${width} × ${height}`
        expect(it.columns * it.rows, words).toBeGreaterThanOrEqual(count)
        expect(it.columns * it.width + (it.columns - 1) * gap, words).toBeLessThanOrEqual(width)
        expect(it.rows * it.height + (it.rows - 1) * gap, words).toBeLessThanOrEqual(height)
        expect(it.width / it.height, words).toBeLessThan(1.8)
        expect(it.width / it.height, words).toBeGreaterThan(0.7)
        expect((count * it.width * it.height) / (width * height), words).toBeGreaterThan(0.5)
      }
    }
  })

  it('makes do with no space and no tiles', () => {
    expect(layOut(0, 100, 100).columns).toBe(1)
    expect(layOut(3, 0, 0)).toMatchObject({ width: 0, height: 0 })
    expect(layOut(3, 1, 1)).toMatchObject({ width: 0, height: 0 })
  })
})
