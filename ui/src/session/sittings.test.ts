import { describe, expect, it } from 'vitest'

import { sittingsOf } from './sittings'

const MINUTE = 60_000

function stay(name: string, from: number, until: number | null) {
  return { name, from: from * MINUTE, until: until === null ? null : until * MINUTE }
}

describe('who was in when', () => {
  it('is told person by person', () => {
    const stays = [stay('Ada', 0, 20), stay('Ben', 5, 10), stay('Ben', 12, null)]
    const [sitting, ...others] = sittingsOf(stays, 30 * MINUTE)
    expect(others).toEqual([])
    expect(sitting).toMatchObject({ start: 0, end: 30 * MINUTE })
    expect(sitting?.people).toEqual([
      { name: 'Ada', stays: [{ from: 0, until: 20 * MINUTE, open: false }] },
      {
        name: 'Ben',
        stays: [
          { from: 5 * MINUTE, until: 10 * MINUTE, open: false },
          { from: 12 * MINUTE, until: 30 * MINUTE, open: true },
        ],
      },
    ])
  })

  it('is told apart where nobody was in for long', () => {
    const stays = [stay('Ada', 0, 20), stay('Ben', 49, 60), stay('Ada', 91, 95)]
    expect(sittingsOf(stays, 0).map(({ start, end }) => [start / MINUTE, end / MINUTE])).toEqual([
      [0, 60],
      [91, 95],
    ])
  })

  it('is nothing where nobody came', () => {
    expect(sittingsOf([], 0)).toEqual([])
  })
})
