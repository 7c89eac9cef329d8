// How many bytes are said.

import { speech } from '../../words/speech.svelte'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes, in the unit that suits it. */
export function size(bytes: number): string {
  let unit = 0
  let number = bytes
  while (number >= 999.5 && unit < UNITS.length - 1) {
    number /= 1000
    unit++
  }
  const digits = unit === 0 || number >= 100 ? 0 : 1
  const unitDisplay = unit === 0 ? 'long' : 'short'
  const options = {
    style: 'unit',
    unit: UNITS[unit],
    unitDisplay,
    maximumFractionDigits: digits,
  } as const
  return new Intl.NumberFormat(speech.locale, options).format(number)
}
