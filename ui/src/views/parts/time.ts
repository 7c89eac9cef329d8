// How moments and lengths of time are said.

import { say, speech } from '../../words/speech.svelte'

const formats = new Map<string, Intl.DateTimeFormat>()

export function clock(at: number): string {
  return format('clock', { timeStyle: 'short' }).format(at)
}

export function day(at: number): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  return format('day', options).format(at)
}

export function month(at: number): string {
  return format('month', { month: 'long', year: 'numeric' }).format(at)
}

export function weekday(at: number, width: 'short' | 'long'): string {
  return format(width, { weekday: width }).format(at)
}

/** A moment of some day. */
export function moment(at: number): string {
  return say.time.at(day(at), clock(at))
}

/** A length in milliseconds, in words. */
export function length(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 1) return say.time.brief
  if (minutes < 60) return say.time.minutes(minutes)
  const rest = minutes % 60
  const hours = say.time.hours((minutes - rest) / 60)
  return rest === 0 ? hours : say.time.hoursAndMinutes(hours, say.time.minutes(rest))
}

/** A length in milliseconds, as it runs: 4:05 or 1:04:05. */
export function stopwatch(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (number: number) => String(number).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

// One is made for every locale, and not for every line of a list.
function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${speech.locale} ${name}`
  let made = formats.get(key)
  if (made === undefined) {
    made = new Intl.DateTimeFormat(speech.locale, options)
    formats.set(key, made)
  }
  return made
}
