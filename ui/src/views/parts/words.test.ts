import { expect, test } from 'vitest'

import { words } from './words'

test('web addresses become links, what surrounds them stays text', () => {
  expect(words('see https://a.example/x?y=1, and (http://b.example).')).toEqual([
    { text: 'see ', href: null },
    { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' },
    { text: ', and (', href: null },
    { text: 'http://b.example', href: 'http://b.example' },
    { text: ').', href: null },
  ])
})

test('nothing else becomes a link', () => {
  expect(words('javascript:alert(1) a.example')).toEqual([
    { text: 'javascript:alert(1) a.example', href: null },
  ])
  expect(words('')).toEqual([])
})
