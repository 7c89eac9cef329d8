import { expect, it } from 'vitest'

import { isTooSlow } from './pace'

it('finds a machine too slow that cannot paint 24 pictures a second for four seconds', () => {
  expect(isTooSlow([60, 60, 60])).toBe(false)
  expect(isTooSlow([60, 60, 60, 60])).toBe(true)
  expect(isTooSlow([41, 41, 41, 41]), '24 of these are 984 ms').toBe(false)
})

it('asks for no more pictures than the camera has', () => {
  expect(isTooSlow([60, 60, 60, 60], 60)).toBe(true)
  expect(isTooSlow([60, 60, 60, 60], 15), 'in the dark they are slower').toBe(false)
  expect(isTooSlow([70, 70, 70, 70], 15)).toBe(true)
})

it('forgives a busy moment, and the beginning', () => {
  expect(isTooSlow([300, 60, 60, 20, 60])).toBe(false)
  expect(isTooSlow([300, 20, 20, 20, 20, 60, 60, 60])).toBe(false)
})
