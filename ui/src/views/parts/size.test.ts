import { expect, it } from 'vitest'

import { size } from './size'

it('bytes are said in the unit that suits them', () => {
  expect([0, 999, 1000, 1500, 999_499, 1_234_567, 314_572_800, 2 ** 31].map(size)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 kB',
    '1.5 kB',
    '999 kB',
    '1.2 MB',
    '315 MB',
    '2.1 GB',
  ])
})
