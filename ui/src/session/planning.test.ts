import { describe, expect, it } from 'vitest'

import { fieldsOf, nextPlan, planOf } from './planning'

const noon = new Date(2026, 10, 24, 12, 0).getTime()
const MINUTE = 60_000

describe('planning', () => {
  it('proposes the next half hour', () => {
    expect(nextPlan(noon + MINUTE)).toEqual({
      startsAt: noon + 30 * MINUTE,
      length: 60 * MINUTE,
    })
    expect(nextPlan(noon).startsAt).toBe(noon + 30 * MINUTE)
  })

  it('reads what it wrote', () => {
    const plan = { startsAt: noon + 5 * MINUTE, length: 45 * MINUTE }
    expect(fieldsOf(plan)).toEqual({ day: '2026-11-24', time: '12:05', minutes: 45 })
    expect(planOf(fieldsOf(plan), noon)).toEqual(plan)
  })

  it('says what is wrong', () => {
    const fields = fieldsOf({ startsAt: noon, length: 30 * MINUTE })
    expect(planOf({ ...fields, day: '' }, noon)).toBe('incomplete')
    expect(planOf({ ...fields, time: '' }, noon)).toBe('incomplete')
    expect(planOf(fields, noon + 29 * MINUTE), 'it has begun').not.toBe('past')
    expect(planOf(fields, noon + 30 * MINUTE)).toBe('past')
  })
})
