import { expect, it } from 'vitest'

import { Speakers } from './speakers.svelte'

const YOU = 9
const levels = (...levels: number[]) => [
  ...levels.map((level, index) => ({ who: index + 1, level })),
  { who: YOU, level: 0.9 },
]

it('tells who speaks, over short pauses', () => {
  const speakers = new Speakers()
  speakers.hear(levels(0.6, 0.1), 0, YOU)
  expect([1, 2, YOU].map((who) => speakers.isSpeaking(who))).toEqual([true, false, true])
  speakers.hear(levels(0, 0), 500, YOU)
  expect(speakers.isSpeaking(1), 'between two words').toBe(true)
  speakers.hear(levels(0, 0), 1000, YOU)
  expect(speakers.isSpeaking(1)).toBe(false)
})

it('features one of the others, at once if nobody was', () => {
  const speakers = new Speakers()
  speakers.hear(levels(0, 0), 0, YOU)
  expect(speakers.featured, 'never oneself').toBeNull()
  speakers.hear(levels(0, 0.5), 200, YOU)
  expect(speakers.featured).toBe(2)
  speakers.hear(levels(0, 0), 60_000, YOU)
  expect(speakers.featured, 'who spoke last').toBe(2)
  speakers.hear(levels(0), 60_200, YOU)
  expect(speakers.featured, 'they left').toBeNull()
})

it('stays with whoever speaks until they have finished', () => {
  const speakers = new Speakers()
  for (let now = 0; now <= 5000; now += 200) speakers.hear(levels(0.4, 0.9), now, YOU)
  expect(speakers.featured, 'an interruption').toBe(1)
  for (let now = 5200; now <= 6200; now += 200) speakers.hear(levels(0, 0.9), now, YOU)
  expect(speakers.featured).toBe(2)
})

it('is not moved by a word of assent, nor by taking turns fast', () => {
  const speakers = new Speakers()
  const speak = (who: number, from: number, to: number) => {
    for (let now = from; now < to; now += 200) {
      speakers.hear(levels(who === 1 ? 0.5 : 0, who === 2 ? 0.5 : 0), now, YOU)
    }
  }
  speak(1, 0, 3000)
  speak(0, 3000, 5000)
  speak(2, 5000, 5400)
  expect(speakers.featured, 'said yes').toBe(1)
  speak(0, 5400, 7000)
  speak(2, 7000, 8000)
  expect(speakers.featured).toBe(2)
  speak(1, 8000, 8800)
  expect(speakers.featured, 'featured just now').toBe(2)
  speak(1, 8800, 10_000)
  expect(speakers.featured).toBe(1)
})
