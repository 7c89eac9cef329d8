// How figures of a connection are said, by the habits of who reads them.

import type { Flow, Path } from '../../media/statistics'
import type { Series } from '../../session/figures'
import { say, speech } from '../../words/speech.svelte'

export function spoken(series: Series, value: number): string {
  switch (series) {
    case 'received':
    case 'sent':
      return bitrate(value)
    case 'loss':
      return number(value, { style: 'percent', maximumFractionDigits: 1 })
    case 'roundTrip':
    case 'jitter':
      return milliseconds(value)
    default:
      return series satisfies never
  }
}

export function milliseconds(value: number): string {
  const maximumFractionDigits = value < 10 ? 1 : 0
  return number(value, { style: 'unit', unit: 'millisecond', maximumFractionDigits })
}

/** One medium, one way, in a line. */
export function flowWords(flow: Flow): string {
  const { codec, width, height, framesPerSecond, limit } = flow
  const parts = [bitrate(flow.bitrate)]
  if (codec !== null) parts.push(codec)
  if (width !== null && height !== null) parts.push(say.quality.size(width, height))
  if (framesPerSecond !== null) {
    parts.push(say.quality.frames(number(framesPerSecond, { maximumFractionDigits: 0 })))
  }
  if (limit !== null) parts.push(say.quality.limits[limit])
  return parts.join(', ')
}

export function pathWords({ protocol, local, remote }: Path): string {
  return say.quality.path(protocol.toUpperCase(), local, remote)
}

function bitrate(bits: number): string {
  const isMega = bits >= 1e6
  return number(bits / (isMega ? 1e6 : 1e3), {
    style: 'unit',
    unit: isMega ? 'megabit-per-second' : 'kilobit-per-second',
    maximumFractionDigits: isMega ? 1 : 0,
  })
}

function number(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(speech.locale, options).format(value)
}
