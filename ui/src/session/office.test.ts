import { describe, expect, it } from 'vitest'

import type { LogEntry } from '../protocol/LogEntry'
import { sentenceOf } from './log'
import { Office } from './office.svelte'
import { welcome } from './testing/wire'

function entry(more: Partial<LogEntry> = {}): LogEntry {
  const rest = { setting: null, whom: 'Ben', name: null } as const
  return { id: 1, at: 1, by: 'Ada', action: 'muted', ...rest, ...more }
}

describe('an office', () => {
  it('knows whom the hosts put out, until they let them back in', () => {
    const office = new Office()
    office.hear(welcome({ removed: [{ id: 4, name: 'Dan' }] }))
    office.hear({ type: 'keptOut', who: { id: 5, name: 'Eve' } })
    office.hear({ type: 'letBack', who: 4 })
    expect(office.removed).toEqual([{ id: 5, name: 'Eve' }])
    office.hear({ type: 'entrusted', waiting: [], removed: [], log: [entry()] })
    expect(office.removed).toEqual([])
    expect(office.log).toHaveLength(1)
  })

  it('keeps as much of the log as the server does', () => {
    const office = new Office()
    for (let id = 1; id <= 203; id++) office.hear({ type: 'logged', entry: entry({ id }) })
    expect(office.log.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, it) => it + 4))
  })
})

describe('the sentence of an entry', () => {
  it.each([
    [entry(), 'Ada muted Ben'],
    [entry({ action: 'renamed', name: 'Benjamin' }), 'Ada renamed Ben to Benjamin'],
    [entry({ action: 'spotlit', whom: null }), 'Ada ended the spotlight'],
    [entry({ action: 'mutedAll', whom: null }), 'Ada muted everyone else'],
    [entry({ action: 'switchedOff', setting: 'chat', whom: null }), 'Ada switched the chat off'],
    [entry({ action: 'switchedOn', setting: 'locked', whom: null }), 'Ada locked the meeting'],
    [entry({ whom: '' }), 'Ada muted Someone'],
  ])('%o', (it, sentence) => {
    expect(sentenceOf(it)).toBe(sentence)
  })
})
