import { expect, it } from 'vitest'

import { Speakers } from './speakers.svelte'

const levels = (...levels: number[]) => levels.map((level, index) => ({ who: index + 1, level }))

it('tells who speaks, over short pauses', () => {
  const speakers = new Speakers()
  speakers.hear(levels(0.6, 0.1), 0)
  expect([speakers.isSpeaking(1), speakers.isSpeaking(2)]).toEqual([true, false])
  speakers.hear(levels(0, 0), 500)
  expect(speakers.isSpeaking(1), 'between two words').toBe(true)
  speakers.hear(levels(0, 0), 1000)
  expect(speakers.isSpeaking(1)).toBe(false)
})

it('stays with whoever speaks until they have finished', () => {
  const speakers = new Speakers()
  expect(speakers.active).toBeNull()
  speakers.hear(levels(0.5, 0.4), 0)
  expect(speakers.active).toBe(1)
  speakers.hear(levels(0.4, 0.9), 200)
  expect(speakers.active, 'an interruption').toBe(1)
  speakers.hear(levels(0, 0.9), 1200)
  expect(speakers.active).toBe(2)
  speakers.hear(levels(0, 0), 5000)
  expect(speakers.active, 'who spoke last').toBe(2)
  speakers.hear(levels(0), 5200)
  expect(speakers.active, 'they left').toBeNull()
})
