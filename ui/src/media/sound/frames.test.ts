import { expect, it } from 'vitest'

import { Frames } from './frames'

/** Runs so many samples through, in quanta, with a process that doubles them. */
function doubled(samples: number, frame: number, quantum: number) {
  const filling = new Float32Array(frame)
  const playing = new Float32Array(frame)
  let processed = 0
  const frames = new Frames(
    filling,
    playing,
    () => {
      processed++
      for (const [index, sample] of filling.entries()) playing[index] = 2 * sample
    },
    32768,
  )
  const heard: number[] = []
  for (let at = 0; at < samples; at += quantum) {
    const output = new Float32Array(quantum)
    frames.exchange(
      Float32Array.from({ length: quantum }, (_, index) => (at + index) / 65536),
      output,
    )
    heard.push(...output)
  }
  return { heard, processed }
}

it.each([128, 480, 1000])('every sample leaves one frame later, in quanta of %i', (quantum) => {
  const { heard, processed } = doubled(24_000, 480, quantum)
  expect(
    heard.slice(0, 480).every((sample) => sample === 0),
    'nothing is there yet',
  ).toBe(true)
  const late = heard.slice(480).every((sample, index) => sample === (2 * index) / 65536)
  expect(late, 'none is lost, said twice, or out of order').toBe(true)
  expect(processed).toBe(50)
})

it('silence goes in where no microphone is connected', () => {
  const filling = new Float32Array(4).fill(7)
  const frames = new Frames(filling, new Float32Array(4), () => undefined, 1)
  frames.exchange(undefined, new Float32Array(3))
  expect([...filling]).toEqual([0, 0, 0, 7])
})
