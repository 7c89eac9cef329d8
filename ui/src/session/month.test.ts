import { describe, expect, it } from 'vitest'

import { firstDayOf, monthAfter, monthOf, weeksOf } from './month'

function numbers(year: number, month: number, first: number): number[][] {
  return weeksOf({ year, month }, first).map((week) => week.map(({ number }) => number))
}

describe('a month', () => {
  it('is shown in whole weeks', () => {
    expect(numbers(2026, 11, 1)).toEqual([
      [26, 27, 28, 29, 30, 31, 1],
      [2, 3, 4, 5, 6, 7, 8],
      [9, 10, 11, 12, 13, 14, 15],
      [16, 17, 18, 19, 20, 21, 22],
      [23, 24, 25, 26, 27, 28, 29],
      [30, 1, 2, 3, 4, 5, 6],
    ])
    expect(numbers(2026, 11, 7)[0], 'where weeks begin with a Sunday').toEqual([
      1, 2, 3, 4, 5, 6, 7,
    ])
    expect(numbers(2027, 2, 1), 'four weeks are enough').toHaveLength(4)
  })

  it('knows which days are its own', () => {
    const days = weeksOf({ year: 2026, month: 11 }, 1).flat()
    expect(days.filter(({ inside }) => inside)).toHaveLength(30)
  })

  it('has days without gaps, whatever the clocks do', () => {
    for (let month = 1; month <= 12; month++) {
      const days = weeksOf({ year: 2026, month }, 1).flat()
      days.slice(1).forEach((day, index) => {
        expect(day.start).toBe(days[index]?.end)
      })
    }
  })

  it('comes after another one', () => {
    expect(monthAfter({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 })
    expect(monthAfter({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 })
    expect(monthOf(new Date(2026, 10, 22, 23, 59).getTime())).toEqual({ year: 2026, month: 11 })
  })

  it('has weeks as they are where one lives', () => {
    expect(firstDayOf('de-DE')).toBe(1)
    expect(firstDayOf('en-US')).toBe(7)
  })
})
