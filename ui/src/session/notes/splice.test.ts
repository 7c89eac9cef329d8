import { describe, expect, it } from 'vitest'

import { carried, endOf, spliceBetween } from './splice'

function apply(text: string, splice: ReturnType<typeof spliceBetween>): string {
  if (splice === null) return text
  const { at, out, letters } = splice
  return text.slice(0, at) + letters + text.slice(at + out)
}

describe('what was typed', () => {
  it('is nothing where nothing changed', () => {
    expect(spliceBetween('same', 'same', 2)).toBe(null)
  })

  it('is as little as makes one text of the other', () => {
    expect(spliceBetween('one three', 'one two three', 8)).toEqual({
      at: 4,
      out: 0,
      letters: 'two ',
    })
    expect(spliceBetween('one two', 'one', 3)).toEqual({ at: 3, out: 4, letters: '' })
    expect(spliceBetween('', 'a', 1)).toEqual({ at: 0, out: 0, letters: 'a' })
  })

  it('is where the caret is, if it may have been in several places', () => {
    expect(spliceBetween('aaaa', 'aaaaa', 2)).toEqual({ at: 1, out: 0, letters: 'a' })
    expect(spliceBetween('aaaa', 'aaa', 1), 'a letter behind the caret was taken out').toEqual({
      at: 1,
      out: 1,
      letters: '',
    })
  })

  it('does not part letters of two halves', () => {
    // They share the first half, and the last two the second.
    expect(spliceBetween('🍰', '🍱', 2)).toEqual({ at: 0, out: 2, letters: '🍱' })
    expect(spliceBetween('a🍰b', 'a🐰b', 3)).toEqual({ at: 1, out: 2, letters: '🐰' })
  })

  it('makes one text of the other, whatever they are', () => {
    const letters = ['a', 'b', '🍰', '🍱', '\n']
    let seed = 7
    const below = (end: number) => (seed = (seed * 48271) % 2147483647) % end
    const text = () => Array.from({ length: below(8) }, () => letters[below(5)]).join('')
    for (let round = 0; round < 3000; round++) {
      const [before, after] = [text(), text()]
      const splice = spliceBetween(before, after, below(after.length + 1))
      expect(apply(before, splice)).toBe(after)
      expect(splice?.letters ?? '', 'no half letter').not.toMatch(/\p{Cs}/u)
    }
  })
})

describe('a caret', () => {
  it('stays with its letters when others write', () => {
    expect(carried(5, [{ retain: 2 }, { insert: 'abc' }], 'before'), 'in front').toBe(8)
    expect(carried(5, [{ retain: 7 }, { insert: 'abc' }], 'before'), 'behind').toBe(5)
    expect(carried(5, [{ retain: 5 }, { insert: 'abc' }], 'before'), 'exactly there').toBe(5)
    expect(carried(5, [{ retain: 5 }, { insert: 'abc' }], 'behind')).toBe(8)
  })

  it('is where what was around it is gone', () => {
    expect(carried(5, [{ retain: 1 }, { delete: 2 }], 'before')).toBe(3)
    expect(carried(5, [{ retain: 3 }, { delete: 9 }], 'before')).toBe(3)
    expect(carried(5, [{ retain: 3 }, { insert: 'xy' }, { delete: 9 }], 'before')).toBe(5)
    expect(carried(5, [{ delete: 1 }, { retain: 3 }, { insert: 'x' }], 'behind')).toBe(5)
  })

  it('goes to the end of what was undone', () => {
    expect(endOf([{ retain: 3 }, { insert: 'abc' }])).toBe(6)
    expect(endOf([{ retain: 3 }, { delete: 2 }])).toBe(3)
    expect(endOf([{ insert: 'a' }, { retain: 4 }, { delete: 1 }])).toBe(5)
  })
})
