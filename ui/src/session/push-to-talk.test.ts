import { beforeEach, expect, it } from 'vitest'

import { PushToTalk } from './push-to-talk.svelte'

let muted: boolean
let may: boolean
let switched: boolean[]
let talk: PushToTalk

beforeEach(() => {
  muted = true
  may = true
  switched = []
  talk = new PushToTalk({
    muted: () => muted,
    may: () => may,
    speak: (on) => {
      muted = !on
      switched.push(on)
    },
  })
})

it('one talks while the key is held', () => {
  talk.press()
  expect([talk.talking, muted]).toEqual([true, false])
  talk.release()
  expect([talk.talking, muted]).toEqual([false, true])
})

it('a key that repeats itself switches once', () => {
  for (let repeat = 0; repeat < 20; repeat++) talk.press()
  expect(switched).toEqual([true])
  talk.release()
  talk.release()
  expect(switched).toEqual([true, false])
})

it('who is not muted stays so after the key', () => {
  muted = false
  talk.press()
  talk.release()
  expect([muted, switched]).toEqual([false, []])
})

it('who may not speak does not', () => {
  may = false
  talk.press()
  expect([talk.talking, switched]).toEqual([false, []])
})

it('who is muted by the host while holding it stays muted until it is pressed anew', () => {
  talk.press()
  muted = true
  talk.overrule()
  talk.press()
  expect(muted, 'the key repeats').toBe(true)
  talk.release()
  expect(switched).toEqual([true])
  talk.press()
  expect(muted).toBe(false)
})
