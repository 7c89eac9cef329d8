import { describe, expect, it } from 'vitest'

import { isolated, isolating } from './isolate'

describe('a word in a sentence', () => {
  it.each([
    ['Ada', 'ltr', 'Ada'],
    ['Zoë & Åsa', 'ltr', 'Zoë & Åsa'],
    ['ليلى', 'ltr', '\u2068ليلى\u2069'],
    ['Ada', 'rtl', '\u2068Ada\u2069'],
    ['ليلى', 'rtl', '\u2068ليلى\u2069'],
    ['192.168.1.7:7466', 'rtl', '\u2068192.168.1.7:7466\u2069'],
    ['https://a.example/m/abc', 'rtl', 'https://a.example/m/abc'],
    ['', 'rtl', ''],
  ] as const)('%s in %s', (word, direction, said) => {
    expect(isolated(word, direction)).toBe(said)
  })
})

it('messages set apart the words that are put into them, however deep they are', () => {
  const messages = {
    plain: 'نعم',
    deep: { who: (name: string) => `${name} (أنت)`, many: (number: number) => [`${number}`] },
  }
  const said = isolating(messages, 'rtl')
  expect(said.plain).toBe('نعم')
  expect(said.deep.who('Ada')).toBe('\u2068Ada\u2069 (أنت)')
  expect(said.deep.many(3)).toEqual(['3'])
})
