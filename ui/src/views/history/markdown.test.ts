import { describe, expect, it } from 'vitest'

import type { PastMeetingDetails } from '../../protocol/PastMeetingDetails'
import type { PastMessage } from '../../protocol/PastMessage'
import { markdownOf } from './markdown'

const at = new Date(2026, 10, 22, 9, 30).getTime()

function details(more: Partial<PastMeetingDetails> = {}): PastMeetingDetails {
  const meeting = {
    code: 'abc-def-234',
    title: 'Budget *2027*',
    startedAt: at,
    length: 60_000 * 45,
    people: ['Ada', 'Ben'],
    messages: 1,
    owner: true,
    open: false,
    lasting: false,
    plan: null,
    kept: { type: 'asAll' } as const,
  }
  return { meeting, attendance: [], chat: [], notes: null, polls: [], files: [], ...more }
}

function line(more: Partial<PastMessage>): PastMessage {
  return { id: 1, from: 'Ada', to: null, text: '', answers: null, state: 'written', at, ...more }
}

describe('a meeting to be read', () => {
  it('says who was there and what was written', () => {
    const text = markdownOf(
      details({
        attendance: [{ name: 'Ada', from: at, until: at + 60_000 }],
        chat: [
          line({ text: 'Hello\n# not a heading' }),
          line({ id: 2, from: 'Ben', to: 'Ada', text: 'psst' }),
          line({ id: 3, text: '', state: 'deleted' }),
        ],
      }),
    )
    expect(text.startsWith('# Budget \\*2027\\*\n\n')).toBe(true)
    expect(text).toContain('45 min · abc-def-234')
    expect(text).toMatch(/- Ada: .+ – .+/)
    expect(text).toContain('> Hello\n> # not a heading')
    expect(text).toContain('This message was deleted')
    expect(text).toMatch(/\*\*Ben\*\* \(to Ada, privately\), .+:\n\n> psst/)
  })

  it('says what was asked', () => {
    const choice = { text: 'Café *Central*', votes: 1, mine: false, voters: ['Ben'] }
    const none = { text: 'Canteen', votes: 0, mine: false, voters: [] }
    const poll = {
      id: 1,
      by: 'Ada',
      own: false,
      question: 'Where to?',
      choices: [choice, none],
      several: false,
      secret: false,
      closed: true,
      votes: 1,
      at,
    }
    expect(markdownOf(details({ polls: [poll] }))).toContain(
      '## Polls\n\n**Where to?** by Ada · 1 has voted\n\n- Café \\*Central\\*: 1 (Ben)\n- Canteen: 0\n\n## Chat',
    )
  })

  it('has the notes as they were written', () => {
    const text = markdownOf(details({ notes: '## Decided\n- cake' }))
    expect(text).toContain('## Notes\n\n## Decided\n- cake\n\n## Chat')
    expect(markdownOf(details())).not.toContain('## Notes')
  })

  it('says that there was nothing', () => {
    const text = markdownOf(details())
    expect(text).toContain('Nobody came.')
    expect(text).toContain('Nothing was written.')
  })
})
