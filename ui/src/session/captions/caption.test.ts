import { expect, it } from 'vitest'

import { MOST_CHARACTERS, lineOf, readCaption, spell } from './caption'

it('reads what is spelt', () => {
  const caption = { text: 'Guten Tag, «ça va» 👋', final: true }
  expect(readCaption(spell(caption))).toEqual(caption)
  expect(readCaption('{"type":"caption","text":"so far"}')).toEqual({
    text: 'so far',
    final: false,
  })
})

it.each(['', 'null', '[]', '{"type":"caption"}', '{"type":"got","text":"a"}', '{"type":"caption"'])(
  'makes nothing of %s',
  (note) => {
    expect(readCaption(note)).toBeNull()
  },
)

it('does not look at what is far too long', () => {
  expect(readCaption(spell({ text: 'a'.repeat(4000), final: true }))).toBeNull()
})

it('is one line, and shows the end of a long one', () => {
  expect(lineOf('  one\n\n two\u2028three\u0007 ')).toBe('one two three')
  const long = lineOf(`${'😀'.repeat(MOST_CHARACTERS)}the end`)
  expect(Array.from(long)).toHaveLength(MOST_CHARACTERS)
  expect(long).toMatch(/^…😀+the end$/u)
})
