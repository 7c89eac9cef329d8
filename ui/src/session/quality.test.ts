import { describe, expect, it } from 'vitest'

import type { Flow, Statistics } from '../media/statistics'
import { type Bars, Steady, THRESHOLDS, conditionOf, rate } from './quality'

const GOOD = { loss: 0, roundTrip: 20, jitter: 5 }

describe('one reading', () => {
  it('is worth as many bars as its worst figure', () => {
    expect(rate(GOOD)).toBe(4)
    expect(rate({ ...GOOD, loss: 0.03 })).toBe(3)
    expect(rate({ ...GOOD, roundTrip: 700 })).toBe(2)
    expect(rate({ ...GOOD, jitter: 500 })).toBe(1)
  })

  it.each(THRESHOLDS)('is worth $bars bars up to the thresholds', ({ bars, ...limits }) => {
    expect(rate(limits)).toBe(bars)
    expect(rate({ ...limits, loss: limits.loss + 0.001 })).toBe(bars - 1)
  })

  it('is worth what is known of it, and nothing when nothing is', () => {
    expect(rate({ loss: null, roundTrip: 20, jitter: null })).toBe(4)
    expect(rate({ loss: null, roundTrip: null, jitter: null })).toBe(null)
  })
})

describe('bars over time', () => {
  const after = (...readings: Bars[]) => {
    const steady = new Steady()
    for (const reading of readings) steady.hear(reading)
    return steady.bars
  }

  it('begin with the first reading', () => {
    expect(after()).toBe(null)
    expect(after(2)).toBe(2)
  })

  it('fall when it is worse twice, to the better of both', () => {
    expect(after(4, 1)).toBe(4)
    expect(after(4, 1, 4, 1)).toBe(4)
    expect(after(4, 1, 2)).toBe(2)
  })

  it('rise when it is better three times, to the worst of them', () => {
    expect(after(1, 4, 4)).toBe(1)
    expect(after(1, 4, 1, 4, 4)).toBe(1)
    expect(after(1, 4, 3, 4)).toBe(3)
  })
})

describe('what is rated', () => {
  const flow = (more: Partial<Flow>): Flow => ({
    slot: 'camera',
    direction: 'received',
    bitrate: 1e6,
    packets: 100,
    loss: 0,
    jitter: 0.08,
    framesPerSecond: 30,
    width: null,
    height: null,
    codec: null,
    limit: null,
    ...more,
  })
  const statistics = (...flows: Flow[]): Statistics => ({
    at: 0,
    flows,
    path: null,
    roundTrip: 0.05,
  })

  it('takes the jitter of the sound, if there is sound', () => {
    expect(conditionOf(statistics(flow({}))).jitter).toBe(80)
    const sound = flow({ slot: 'microphone', jitter: 0.01 })
    expect(conditionOf(statistics(flow({}), sound)).jitter).toBe(10)
  })

  it('takes the loss of the direction that loses more, by what it carries', () => {
    const trickle = flow({ slot: 'screen', packets: 1, loss: 1 })
    const lossy = flow({ direction: 'sent', loss: 0.05 })
    expect(conditionOf(statistics(flow({}), trickle, lossy)).loss).toBe(0.05)
  })

  it('leaves out what does not flow', () => {
    const silent = flow({ packets: 0, loss: null, jitter: 3 })
    expect(conditionOf(statistics(silent))).toEqual({ loss: null, roundTrip: 50, jitter: null })
  })
})
