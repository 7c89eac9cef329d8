import { expect, test } from 'vitest'

import { type Licence, matching } from './licences'

const svelte: Licence = {
  kind: 'npm',
  name: 'svelte',
  version: '5.0.0',
  licence: 'MIT',
  texts: [0],
}
const ring: Licence = { kind: 'rust', name: 'ring', version: '0.17.0', licence: 'ISC', texts: [] }

test('a package is found by its name or its licence', () => {
  expect(matching([svelte, ring], '')).toEqual([svelte, ring])
  expect(matching([svelte, ring], ' SVEL')).toEqual([svelte])
  expect(matching([svelte, ring], 'isc')).toEqual([ring])
  expect(matching([svelte, ring], 'gpl')).toEqual([])
})
