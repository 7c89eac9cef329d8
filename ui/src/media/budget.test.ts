import { expect, it } from 'vitest'

import { shrinkFor } from './budget'

it('sends smaller pictures the more others they go to', () => {
  expect([0, 1, 2, 3, 4, 8, 9, 99].map(shrinkFor)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
})
