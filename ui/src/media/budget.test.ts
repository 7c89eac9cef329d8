import { expect, it } from 'vitest'

import { type Size, sendCamera, shrinkCamera, shrinkFor, shrinkScreen, thrifty } from './budget'

it('sends smaller pictures the more others they go to', () => {
  expect([0, 1, 2, 3, 4, 8, 9, 99].map(shrinkFor)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
})

it('sends as large a picture as it is shown, and none where it is not', () => {
  const sent = (...all: Size[]) => all.map((size) => shrinkCamera(size, all))
  expect(sent('large')).toEqual([1])
  expect(sent('large', 'large', 'large')).toEqual([2, 2, 2])
  expect(sent('large', 'none', 'none'), 'who does not look costs nothing').toEqual([1, null, null])
  expect(sent('large', 'small', 'small', 'small')).toEqual([1, 4, 4, 4])
  expect(sent(...Array<Size>(29).fill('small'))).toEqual(Array(29).fill(4))
})

it('costs about one large picture, however many there are', () => {
  for (let large = 0; large <= 8; large++) {
    for (let small = 0; small + large <= 9; small++) {
      const all = [...Array<Size>(large).fill('large'), ...Array<Size>(small).fill('small')]
      const cost = all.reduce((sum, size) => sum + (shrinkCamera(size, all) ?? Infinity) ** -2, 0)
      expect(cost, `${large} large, ${small} small`).toBeLessThan(1.3)
    }
  }
})

it('makes a shared screen no smaller than it is looked at', () => {
  expect((['none', 'small', 'large'] as const).map(shrinkScreen)).toEqual([null, 4, 1])
})

it('sends small pictures, and few of them, while data are saved', () => {
  expect(sendCamera(1, false)).toEqual({ shrink: 1, frames: null })
  expect(sendCamera(1, true)).toEqual({ shrink: 4, frames: 12 })
  expect(sendCamera(null, true), 'who does not look gets none').toBeNull()
})

it('wants no more than small pictures while data are saved, and screens as they are', () => {
  expect(thrifty({ camera: 'large', screen: 'large' }, false)).toEqual({
    camera: 'small',
    screen: 'large',
  })
  expect(thrifty({ camera: 'none', screen: 'small' }, false)).toEqual({
    camera: 'none',
    screen: 'small',
  })
  expect(thrifty({ camera: 'large', screen: 'large' }, true).camera).toBe('none')
})
