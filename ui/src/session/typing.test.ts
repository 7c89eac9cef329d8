import { expect, it } from 'vitest'

import { welcome } from './testing/wire'
import { Typists } from './typing.svelte'

it('knows who writes, until they stop, leave or are lost', () => {
  const typists = new Typists()
  const types = (who: number, typing = true) => {
    typists.hear({ type: 'typingChanged', who, to: null, typing })
  }
  for (const who of [3, 1, 4, 5]) types(who)
  types(3)
  expect(typists.ids).toEqual([1, 4, 5, 3])
  types(1, false)
  typists.hear({ type: 'left', who: 4, departure: 'left' })
  typists.hear({ type: 'connectionLost', who: 5 })
  expect(typists.ids).toEqual([3])
  typists.hear(welcome())
  expect(typists.ids).toEqual([])
})
