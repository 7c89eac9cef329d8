import { expect, it } from 'vitest'

import { Volumes } from './volumes.svelte'

it('everyone is heard as they send, until one wants it otherwise', () => {
  const volumes = new Volumes()
  volumes.setLevel(1, 0.4)
  expect([volumes.of(1).level, volumes.of(2).level]).toEqual([0.4, 1])
})

it('nobody is louder than they send, or quieter than silence', () => {
  const volumes = new Volumes()
  volumes.setLevel(1, 7)
  volumes.setLevel(2, -1)
  expect([volumes.of(1).level, volumes.of(2).level]).toEqual([1, 0])
})

it('who was muted comes back as loud as before, or as loud as they are made', () => {
  const volumes = new Volumes()
  volumes.setLevel(1, 0.4)
  volumes.setMuted(1, true)
  expect(volumes.of(1)).toEqual({ level: 0.4, muted: true })
  volumes.setMuted(1, false)
  expect(volumes.of(1)).toEqual({ level: 0.4, muted: false })
  volumes.setMuted(1, true)
  volumes.setLevel(1, 0.6)
  expect(volumes.of(1)).toEqual({ level: 0.6, muted: false })
})

it('who left is forgotten', () => {
  const volumes = new Volumes()
  volumes.setMuted(1, true)
  volumes.forget(1)
  expect(volumes.of(1)).toEqual({ level: 1, muted: false })
})
