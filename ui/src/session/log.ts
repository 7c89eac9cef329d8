import type { LogEntry } from '../protocol/LogEntry'
import { say } from '../words/speech.svelte'

/** What a host or co-host did, in words. */
export function sentenceOf({ by, action, setting, whom, name }: LogEntry): string {
  switch (action) {
    case 'switchedOn':
    case 'switchedOff': {
      const on = action === 'switchedOn'
      if (setting === 'locked') return on ? say.news.locked(by) : say.news.unlocked(by)
      return setting === null ? '' : say.news[on ? 'on' : 'off'][setting](by)
    }
    case 'mutedAll':
      return say.log.mutedAll(by)
    case 'renamed':
      return say.log.renamed(by, whom ?? '', name ?? '')
    case 'spotlit':
      return whom === null ? say.log.endedSpotlight(by) : say.log.spotlit(by, whom)
    default:
      return say.log[action](by, whom === null || whom === '' ? say.common.someone : whom)
  }
}
