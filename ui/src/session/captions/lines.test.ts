import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { CaptionLines } from './lines.svelte'

const ada = { id: 1, name: 'Ada' }
const ben = { id: 2, name: 'Ben' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function shown(lines: CaptionLines): string[] {
  return lines.all.map(({ from, text }) => `${from.name}: ${text}`)
}

it('replaces a line until it is final, and shows two', () => {
  const lines = new CaptionLines()
  lines.push({ from: ada, text: 'Good', final: false })
  const [first] = lines.all
  lines.push({ from: ada, text: 'Good morning', final: true })
  expect(shown(lines)).toEqual(['Ada: Good morning'])
  expect(lines.all[0]?.key, 'it is the same line').toBe(first?.key)
  lines.push({ from: ada, text: 'Shall', final: false })
  lines.push({ from: ben, text: 'Yes', final: false })
  lines.push({ from: ada, text: 'Shall we', final: false })
  expect(shown(lines), 'each has a line of their own').toEqual(['Ada: Shall we', 'Ben: Yes'])
})

it('goes when it could be read, later if it is long', () => {
  const lines = new CaptionLines()
  lines.push({ from: ada, text: 'x'.repeat(80), final: true })
  lines.push({ from: ben, text: 'Yes', final: true })
  vi.advanceTimersByTime(3900)
  expect(lines.all).toHaveLength(2)
  vi.advanceTimersByTime(200)
  expect(shown(lines)).toEqual([`Ada: ${'x'.repeat(80)}`])
  vi.advanceTimersByTime(4000)
  expect(lines.all).toEqual([])
})

it('stays while more of it comes', () => {
  const lines = new CaptionLines()
  for (let second = 0; second < 20; second++) {
    lines.push({ from: ada, text: `${second}`, final: false })
    vi.advanceTimersByTime(1000)
  }
  expect(shown(lines)).toEqual(['Ada: 19'])
})

it('takes a line away of which nothing is left', () => {
  const lines = new CaptionLines()
  lines.push({ from: ada, text: 'Oh', final: false })
  lines.push({ from: ada, text: '', final: false })
  lines.push({ from: ben, text: '', final: true })
  expect(lines.all).toEqual([])
  lines.push({ from: ada, text: 'Yes', final: true })
  lines.clear()
  vi.runAllTimers()
  expect(lines.all).toEqual([])
})
