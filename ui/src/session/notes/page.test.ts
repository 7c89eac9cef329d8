import { describe, expect, it } from 'vitest'

import { Page, mergeUpdates } from './page'
import { type Delta, carried } from './splice'

/** Someone who writes; what they write waits until somebody carries it to the others. */
function writer() {
  const updates: Uint8Array[] = []
  const changes: { delta: Delta; by: string }[] = []
  const page = new Page({
    onchange: (delta, by) => changes.push({ delta, by }),
    onupdate: (update) => updates.push(update),
  })
  return { page, updates, changes }
}

type Writer = ReturnType<typeof writer>

/** Carries all that waits to everyone else. */
function exchange(...writers: Writer[]): void {
  for (const from of writers) {
    for (const update of from.updates.splice(0)) {
      for (const to of writers) if (to !== from) to.page.hear(update)
    }
  }
}

const insert = (at: number, letters: string) => ({ at, out: 0, letters })

describe('writing together', () => {
  it('ends with the same for all, whoever writes where and hears what when', () => {
    let seed = 3
    const below = (end: number) => (seed = (seed * 48271) % 2147483647) % end
    const all = [writer(), writer(), writer()]
    const heard = all.map(() => 0)
    const sent: { from: Writer; update: Uint8Array }[] = []
    for (let round = 0; round < 600; round++) {
      const one = all[below(3)]
      if (one === undefined) throw new Error('there are three')
      const { length } = one.page.text
      const at = below(length + 1)
      one.page.write({
        at,
        out: Math.min(below(3), length - at),
        letters: ['x', 'yz', ''][below(3)] ?? '',
      })
      if (below(4) === 0) one.page.undo()
      // The server has one order for everyone, and each hears of it sooner or later.
      if (below(3) > 0 && one.updates.length > 0) {
        sent.push({ from: one, update: mergeUpdates(one.updates.splice(0)) })
      }
      all.forEach((to, index) => {
        const until = Math.min(sent.length, (heard[index] ?? 0) + below(3))
        for (const { from, update } of sent.slice(heard[index], until)) {
          if (from !== to) to.page.hear(update)
        }
        heard[index] = until
      })
    }
    all.forEach((to, index) => {
      for (const { from, update } of sent.slice(heard[index])) if (from !== to) to.page.hear(update)
    })
    exchange(...all)
    const texts = new Set(all.map(({ page }) => page.text))
    expect(texts.size, [...texts].join('\n')).toBe(1)
    expect([...texts][0]?.length).toBeGreaterThan(10)
  })

  it('tells a caret how to stay with its letters', () => {
    const [ada, ben] = [writer(), writer()]
    ada.page.write(insert(0, 'one two three'))
    exchange(ada, ben)
    const caret = ada.page.text.indexOf('two') + 1
    ben.page.write({ at: 0, out: 4, letters: 'ONE AND ' })
    ben.page.write(insert(ben.page.text.length, ' four'))
    exchange(ada, ben)
    const now = ada.changes.reduce((place, { delta }) => carried(place, delta, 'before'), caret)
    expect(ada.page.text).toBe('ONE AND two three four')
    expect(ada.page.text.slice(0, now)).toBe('ONE AND t')
  })

  it('hears twice what it hears once', () => {
    const [ada, ben] = [writer(), writer()]
    ada.page.write(insert(0, 'Cake'))
    for (const update of [...ada.updates, ...ada.updates]) ben.page.hear(update)
    expect(ben.page.text).toBe('Cake')
    expect(ben.updates, 'what others wrote is not sent on').toEqual([])
  })
})

describe('undoing', () => {
  it('takes back what one wrote, and leaves what others did', () => {
    const [ada, ben] = [writer(), writer()]
    ada.page.write(insert(0, 'Ada '))
    exchange(ada, ben)
    ben.page.write(insert(4, 'Ben'))
    exchange(ada, ben)
    ada.page.undo()
    expect(ada.page.text).toBe('Ben')
    expect(ada.changes.at(-1)?.by).toBe('undoing')
    exchange(ada, ben)
    expect(ben.page.text, 'the others hear of it').toBe('Ben')
    ben.page.redo()
    expect(ben.page.text, 'there was nothing of his to do again').toBe('Ben')
    ada.page.redo()
    expect(ada.page.text).toBe('Ada Ben')
  })

  it('takes back one after the other what was written in two places, however fast', () => {
    const [ada, ben] = [writer(), writer()]
    ada.page.write(insert(0, 'Ca'))
    exchange(ada, ben)
    ben.page.write(insert(0, 'A '))
    exchange(ada, ben)
    ada.page.write(insert(4, 'kes'))
    ada.page.write({ at: 6, out: 1, letters: '' })
    expect(ada.page.text).toBe('A Cake')
    ada.page.write(insert(0, 'One: '))
    ada.page.undo()
    expect(ada.page.text).toBe('A Cake')
    ada.page.undo()
    expect(ada.page.text, 'what went on at one place is one thing').toBe('A ')
  })
})

it('changes nothing under an input method, and all of it after', () => {
  const [ada, ben] = [writer(), writer()]
  ada.page.hold()
  ben.page.write(insert(0, 'one'))
  ben.page.write(insert(3, ' two'))
  exchange(ada, ben)
  expect(ada.page.text).toBe('')
  ada.page.write(insert(0, 'に'))
  ada.page.release()
  exchange(ada, ben)
  expect(ada.page.text).toContain('one two')
  expect(ada.page.text).toBe(ben.page.text)
})
