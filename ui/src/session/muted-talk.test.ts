import { beforeEach, expect, it } from 'vitest'

import { MutedTalk } from './muted-talk.svelte'

let talk: MutedTalk
let now: number

beforeEach(() => {
  talk = new MutedTalk()
  now = 1_000_000
})

/** So loud for so long, heard ten times a second. */
function sound(level: number, milliseconds: number): boolean {
  for (const end = now + milliseconds; now < end; now += 100) talk.hear(level, now)
  return talk.shown
}

it('a sentence is talk', () => {
  expect(sound(0.5, 400)).toBe(false)
  expect(sound(0.5, 400)).toBe(true)
})

it('a cough is none, and neither are many of them', () => {
  for (let cough = 0; cough < 20; cough++) {
    expect(sound(0.8, 300)).toBe(false)
    sound(0, 900)
  }
})

it('a fan that hums is none', () => {
  expect(sound(0.33, 60_000)).toBe(false)
})

it('pauses between words, and quieter ones, do not end it', () => {
  sound(0.5, 300)
  sound(0, 300)
  expect(sound(0.3, 400)).toBe(true)
})

it('it is told until a while after the last word', () => {
  sound(0.5, 1000)
  expect(sound(0, 4000)).toBe(true)
  expect(sound(0, 2000)).toBe(false)
})

it('who was told has peace for half a minute', () => {
  sound(0.5, 1000)
  talk.dismiss(now)
  expect(sound(0.5, 20_000)).toBe(false)
  expect(sound(0.5, 12_000)).toBe(true)
})

it('who was heard meanwhile, and is muted again, is told again', () => {
  sound(0.5, 1000)
  talk.dismiss(now)
  talk.reset()
  expect(sound(0.5, 1000)).toBe(true)
})
