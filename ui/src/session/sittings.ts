import type { Attendance } from '../protocol/Attendance'

/** A time during which somebody was in a meeting without a long pause. */
export interface Sitting {
  start: number
  end: number
  /** In order of arrival, each with all their stays. */
  people: { name: string; stays: Span[] }[]
}

/** Times in milliseconds. A stay that goes on has `open`, and ends now. */
export interface Span {
  from: number
  until: number
  open: boolean
}

// Whoever comes back after a longer pause meets anew.
const PAUSE = 30 * 60_000

/** Who was in when, told apart by sittings; `attendance` is in order of arrival. */
export function sittingsOf(attendance: readonly Attendance[], now: number): Sitting[] {
  const sittings: Sitting[] = []
  for (const { name, from, until } of attendance) {
    const stay = { from, until: Math.max(from, until ?? now), open: until === null }
    let sitting = sittings.at(-1)
    if (sitting === undefined || from > sitting.end + PAUSE) {
      sitting = { start: from, end: stay.until, people: [] }
      sittings.push(sitting)
    }
    sitting.end = Math.max(sitting.end, stay.until)
    const person = sitting.people.find((it) => it.name === name)
    if (person === undefined) sitting.people.push({ name, stays: [stay] })
    else person.stays.push(stay)
  }
  return sittings
}
