import { SERIES, figure } from '../../session/figures'
import type { Reading } from '../../session/health.svelte'
import { say } from '../../words/speech.svelte'
import { flowWords, pathWords, spoken } from './units'

/** What the panel shows, as text to be sent to somebody who helps. */
export function report(all: readonly { name: string; reading: Reading | null }[]): string {
  return all.map(({ name, reading }) => about(name, reading).join('\n')).join('\n\n')
}

function about(name: string, reading: Reading | null): string[] {
  const latest = reading?.history.at(-1)
  if (reading === null || latest === undefined) return [name, say.quality.measuring]
  const { flows, path } = latest
  const lines = reading.bars === null ? [name] : [`${name}: ${say.quality.bars[reading.bars]}`]
  if (path !== null) lines.push(`${say.quality.ways[path.way]} ${pathWords(path)}`)
  for (const series of SERIES) {
    const value = figure(latest, series)
    if (value !== null) lines.push(`${say.quality[series]}: ${spoken(series, value)}`)
  }
  for (const flow of flows.filter(({ packets }) => packets > 0)) {
    lines.push(`${say.quality.media[flow.direction][flow.slot]}: ${flowWords(flow)}`)
  }
  return lines
}
