import type { Flow, Statistics } from '../media/statistics'
import { conditionOf } from './quality'

/** What is drawn over time of a connection. */
export const SERIES = ['received', 'sent', 'loss', 'roundTrip', 'jitter'] as const
export type Series = (typeof SERIES)[number]

/** Bits a second, a share of 1, or milliseconds; null where nothing tells it. */
export function figure(statistics: Statistics, series: Series): number | null {
  switch (series) {
    case 'received':
    case 'sent':
      return sum(statistics.flows.filter(({ direction }) => direction === series))
    case 'loss':
    case 'roundTrip':
    case 'jitter':
      return conditionOf(statistics)[series]
    default:
      return series satisfies never
  }
}

/**
 * A line through figures over time, in a box of this width and height that begins `span`
 * milliseconds before the last figure and is as high as `least`, or the highest figure.
 */
export function lineOf(
  points: readonly { at: number; value: number | null }[],
  { width, height, span, least }: { width: number; height: number; span: number; least: number },
): string {
  const until = points.at(-1)?.at ?? 0
  const highest = Math.max(least, ...points.map(({ value }) => value ?? 0))
  let path = ''
  let isDrawn = false
  for (const { at, value } of points) {
    // Where nothing was known, there is a gap.
    if (value !== null) {
      const x = width * (1 - (until - at) / span)
      const y = height * (1 - value / highest)
      path += `${isDrawn ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
    }
    isDrawn = value !== null
  }
  return path
}

function sum(flows: readonly Flow[]): number {
  return flows.reduce((bits, { bitrate }) => bits + bitrate, 0)
}
