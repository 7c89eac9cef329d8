import { expect, it } from 'vitest'

import { Viewing } from './viewing.svelte'

const camera = (who: number) => ({ who, what: 'camera' }) as const

it('pins and unpins, a person apart from their screen', () => {
  const viewing = new Viewing()
  viewing.pin(camera(2))
  expect(viewing.isPinned(camera(2))).toBe(true)
  expect(viewing.isPinned({ who: 2, what: 'screen' })).toBe(false)
  viewing.pin(camera(2))
  expect(viewing.pins).toEqual([])
})

it('keeps the latest few pins', () => {
  const viewing = new Viewing()
  for (const who of [2, 3, 4, 5, 6]) viewing.pin(camera(who))
  expect(viewing.pins.map(({ who }) => who)).toEqual([3, 4, 5, 6])
})
