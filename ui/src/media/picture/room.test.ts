import { describe, expect, it } from 'vitest'

import { LOOKS, RoomLearner, RoomWatch } from './room'

/** Pixels of one grey each. */
const picture = (...greys: number[]) =>
  Uint8Array.from(greys.flatMap((grey) => [grey, grey, grey, 255]))

function learnt(pictureOf: (look: number) => Uint8Array) {
  const learner = new RoomLearner(2, 2)
  for (let look = 0; look < LOOKS; look++) {
    expect(learner.done).toBe(false)
    learner.look(pictureOf(look))
  }
  expect(learner.done).toBe(true)
  return learner.result()
}

describe('learning a room', () => {
  it('remembers the colours, and what flickers', () => {
    const room = learnt((look) => picture(100, 100, 100, look % 2 === 0 ? 96 : 104))
    expect(room?.pixels.slice(0, 4)).toEqual(Uint8Array.of(100, 100, 100, 0))
    expect(room?.pixels.slice(12)).toEqual(Uint8Array.of(100, 100, 100, 4))
  })

  it('gives up where something moves', () => {
    expect(learnt((look) => picture(100, 100, 100, look * 10))).toBeNull()
  })
})

describe('watching a room', () => {
  it('loses it when all of it is something else for a while', () => {
    const watch = new RoomWatch()
    const see = (coverage: number, pictures: number) =>
      Array.from({ length: pictures }, () => watch.isLost(coverage)).some(Boolean)
    expect(see(0.4, 500), 'somebody is there').toBe(false)
    expect(see(0.95, 50), 'somebody bends over the camera').toBe(false)
    expect(see(0.4, 1)).toBe(false)
    expect(see(0.95, 70), 'the camera was moved').toBe(true)
  })
})
