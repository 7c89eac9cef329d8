import { expect, it } from 'vitest'

import { type Note, readNote, spell } from './notes'
import { Pace } from './pace'

it('what one end says the other understands', () => {
  const notes: Note[] = [
    { type: 'ask', from: 7, paused: true },
    { type: 'got', bytes: 2 ** 31 },
    { type: 'pause' },
    { type: 'go' },
    { type: 'end', sha256: 'ab'.repeat(32) },
    { type: 'done', whole: false },
    { type: 'stop', reason: 'changed' },
  ]
  for (const note of notes) expect(readNote(spell(note))).toEqual(note)
})

it.each([
  'no JSON',
  'null',
  '[]',
  '{"type":"dance"}',
  '{"type":"ask","from":-1}',
  '{"type":"ask","from":1.5}',
  '{"type":"ask","from":"7"}',
  '{"type":"got"}',
  '{"type":"end","sha256":"AB"}',
  '{"type":"stop","reason":"why not"}',
  `{"type":"pause","more":"${'x'.repeat(2000)}"}`,
])('%s says nothing', (text) => {
  expect(readNote(text)).toBeNull()
})

it('the pace is that of the last seconds', () => {
  const pace = new Pace(100_000)
  expect([pace.speed, pace.left]).toEqual([null, null])
  for (let second = 0; second <= 10; second++) pace.note(second * 1000, second * 1000)
  expect([pace.speed, pace.left]).toEqual([1000, 90])
  for (let second = 11; second <= 20; second++)
    pace.note(10_000 + (second - 10) * 5000, second * 1000)
  expect(pace.speed).toBe(5000)
  pace.rest()
  expect(pace.speed, 'a pause is no slowness').toBeNull()
})
