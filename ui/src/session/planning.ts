import type { Plan } from '../protocol/Plan'

/** What the fields of a form say about a time: a day, a time of day, and minutes. */
export interface PlanFields {
  /** As `2026-11-24`. */
  day: string
  /** As `14:05`. */
  time: string
  minutes: number
}

const MINUTE = 60_000
const HALF_AN_HOUR = 30 * MINUTE

/** The next half hour, for an hour. */
export function nextPlan(now: number): Plan {
  const startsAt = (Math.floor(now / HALF_AN_HOUR) + 1) * HALF_AN_HOUR
  return { startsAt, length: 60 * MINUTE }
}

export function fieldsOf({ startsAt, length }: Plan): PlanFields {
  const date = new Date(startsAt)
  const two = (number: number) => String(number).padStart(2, '0')
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
    minutes: Math.round(length / MINUTE),
  }
}

/** The plan that the fields say, or what is wrong with them. */
export function planOf(
  { day, time, minutes }: PlanFields,
  now: number,
): Plan | 'incomplete' | 'past' {
  const startsAt = new Date(`${day}T${time}`).getTime()
  if (Number.isNaN(startsAt)) return 'incomplete'
  const length = minutes * MINUTE
  return startsAt + length <= now ? 'past' : { startsAt, length }
}
