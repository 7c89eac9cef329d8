import { expect, it } from 'vitest'

import {
  CORNERS,
  type CornerName,
  cornerOf,
  moveByKey,
  nameOf,
  nearestCorner,
  nextCorner,
} from './corner'

it('has a name for each corner', () => {
  for (const name of CORNERS) expect(nameOf(cornerOf(name))).toBe(name)
})

it('goes round all corners', () => {
  const round: CornerName[] = ['bottomEnd']
  for (let step = 0; step < 4; step++) round.push(nextCorner(round.at(-1) ?? 'topStart'))
  expect(round).toEqual(['bottomEnd', 'bottomStart', 'topStart', 'topEnd', 'bottomEnd'])
})

it('moves to where an arrow points, in either direction of writing', () => {
  expect(moveByKey('bottomEnd', 'ArrowUp', false)).toBe('topEnd')
  expect(moveByKey('topEnd', 'ArrowDown', false)).toBe('bottomEnd')
  expect(moveByKey('bottomEnd', 'ArrowLeft', false)).toBe('bottomStart')
  expect(moveByKey('bottomEnd', 'ArrowLeft', true)).toBe('bottomEnd')
  expect(moveByKey('bottomEnd', 'ArrowRight', true)).toBe('bottomStart')
  expect(moveByKey('bottomEnd', 'm', false)).toBeNull()
})

it('snaps to the nearest corner', () => {
  expect(nearestCorner(0.1, 0.2, false)).toBe('topStart')
  expect(nearestCorner(0.9, 0.2, false)).toBe('topEnd')
  expect(nearestCorner(0.1, 0.9, true)).toBe('bottomEnd')
})
