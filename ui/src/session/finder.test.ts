import { expect, it } from 'vitest'

import { Chat } from './chat.svelte'
import { Finder } from './finder.svelte'
import { cut, fold } from './folding'
import { ada, said } from './testing/wire'

const hits = (text: string, query: string) =>
  cut(text, query).flatMap((piece) => (piece.hit ? [piece.text] : []))

it('looks for words without case and accents', () => {
  expect(fold('Crème BRÛLÉE Ünï')).toBe('creme brulee uni')
  expect(hits('Das Café, ein CAFE\u0301, das cafe', 'cafe')).toEqual(['Café', 'CAFE\u0301', 'cafe'])
  expect(hits('aaa', 'aa'), 'one after the other').toEqual(['aa'])
  expect(hits('👍 okay 👍', '👍')).toEqual(['👍', '👍'])
  expect(hits('İstanbul', 'istan')).toEqual(['İstan'])
})

it('cuts a text and loses nothing of it', () => {
  const texts = ['', 'Café', 'e\u0301e\u0301', '\u0301', 'a👍b', 'ﬁne', 'ΑΒΓ άβγ', 'x'.repeat(50)]
  for (const text of texts) {
    for (const query of ['', 'e', 'x', 'fi', 'αβ', '👍', 'zzz']) {
      const all = cut(text, query)
      expect(all.map((piece) => piece.text).join(''), `${query} in ${text}`).toBe(text)
    }
  }
})

it('steps through the lines that say it, the newest first, and around', () => {
  const chat = new Chat()
  const lines = ['**Cake** on Monday', 'no', 'which cake?', 'CAKE', 'ca**ke**']
  lines.forEach((text, index) => {
    chat.hear(said(ada, text, index + 1))
  })
  const finder = new Finder(chat)
  finder.query = 'cake'
  expect([finder.hits, finder.chosen]).toEqual([[1, 3, 4, 5], 5])
  finder.step(-1)
  expect(finder.chosen).toBe(4)
  finder.step(1)
  finder.step(1)
  expect(finder.chosen, 'around').toBe(1)
  chat.change(said(ada, '', 1, { state: 'deleted' }))
  finder.step(1)
  expect(finder.chosen, 'what it stood on is gone').toBe(5)
  finder.query = '*'
  expect(finder.hits, 'marks are not said').toEqual([])
  finder.step(1)
  expect(finder.chosen).toBe(null)
  finder.query = '  '
  expect(finder.hits).toEqual([])
})
