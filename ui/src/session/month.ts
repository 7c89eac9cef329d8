/** A month of a year; January is 1. */
export interface Month {
  year: number
  month: number
}

/** A day on a calendar's page. */
export interface Day {
  /** Its first moment here. */
  start: number
  /** The first moment of the next one; not every day has 24 hours. */
  end: number
  /** Of the month. */
  number: number
  /** Whether it is of the month that is shown, and not of the one before or after. */
  inside: boolean
}

export function monthOf(at: number): Month {
  const date = new Date(at)
  return { year: date.getFullYear(), month: date.getMonth() + 1 }
}

export function monthAfter({ year, month }: Month, months: number): Month {
  return monthOf(new Date(year, month - 1 + months, 1).getTime())
}

/** The whole weeks that have a day of this month; a week begins with `first`, Monday being 1. */
export function weeksOf({ year, month }: Month, first: number): Day[][] {
  const before = (new Date(year, month - 1, 1).getDay() - first + 7) % 7
  const last = new Date(year, month, 0).getDate()
  const weeks = Math.ceil((before + last) / 7)
  const day = (offset: number): Day => {
    const date = new Date(year, month - 1, 1 + offset)
    const end = new Date(year, month - 1, 2 + offset).getTime()
    const inside = date.getMonth() === month - 1
    return { start: date.getTime(), end, number: date.getDate(), inside }
  }
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => day(week * 7 + weekday - before)),
  )
}

/** With which day a week begins where this is spoken, Monday being 1 and Sunday 7. */
export function firstDayOf(locale: string): number {
  const known: Intl.Locale & {
    getWeekInfo?: () => { firstDay: number }
    weekInfo?: { firstDay: number }
  } = new Intl.Locale(locale)
  return (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
}
