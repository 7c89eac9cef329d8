import { describe, expect, it } from 'vitest'

import type { Poll } from '../protocol/Poll'
import { Polls, chosen, shareOf } from './polls.svelte'
import { welcome } from './testing/wire'

function poll(id: number, more: Partial<Poll> = {}): Poll {
  const choice = (text: string) => ({ text, votes: 0, mine: false, voters: [] })
  return {
    id,
    by: 'Ada',
    own: false,
    question: 'Where to?',
    choices: [choice('Café'), choice('Canteen'), choice('Home')],
    several: false,
    secret: false,
    closed: false,
    votes: 0,
    at: id,
    ...more,
  }
}

function voted(poll: Poll, ...places: number[]): Poll {
  const choices = poll.choices.map((it, at) => ({ ...it, mine: places.includes(at) }))
  return { ...poll, choices }
}

describe('polls', () => {
  it('stand newest first, as they are now, until they are deleted', () => {
    const polls = new Polls()
    polls.hear(welcome({ polls: [poll(1), poll(2)] }))
    polls.hear({ type: 'pollChanged', poll: poll(3) })
    polls.hear({ type: 'pollChanged', poll: poll(1, { closed: true }) })
    polls.hear({ type: 'pollDeleted', poll: 2 })
    expect(polls.all.map(({ id, closed }) => [id, closed])).toEqual([
      [3, false],
      [1, true],
    ])
  })

  it('ask for a vote until one has voted, put it off, or cannot any more', () => {
    const polls = new Polls()
    const all = [poll(1), poll(2), poll(3, { own: true }), poll(4, { closed: true })]
    polls.hear(welcome({ polls: all }))
    expect([polls.asking?.id, polls.waiting]).toEqual([2, 2])
    polls.putOff(2)
    expect([polls.asking?.id, polls.waiting], 'it still waits').toEqual([1, 2])
    polls.hear({ type: 'pollChanged', poll: voted(poll(1), 0) })
    expect([polls.asking, polls.waiting]).toEqual([null, 1])
  })
})

describe('a vote', () => {
  it('is for one, or taken back', () => {
    const mine = voted(poll(1), 0)
    expect(chosen(mine, 2, true)).toEqual([2])
    expect(chosen(mine, 0, false)).toEqual([])
  })

  it('is for several where that is asked', () => {
    const mine = voted(poll(1, { several: true }), 0, 1)
    expect(chosen(mine, 2, true)).toEqual([0, 1, 2])
    expect(chosen(mine, 0, false)).toEqual([1])
  })

  it('is a share of those who voted', () => {
    expect(shareOf(poll(1), { votes: 0 })).toBe(0)
    expect(shareOf(poll(1, { votes: 4 }), { votes: 3 })).toBe(0.75)
  })
})
