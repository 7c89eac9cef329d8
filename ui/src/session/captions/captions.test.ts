import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { PipeListener } from '../../media/pipe'
import { FakePipe } from '../files/testing/files'
import { Room } from '../room.svelte'
import { ada, ben, openPolicy, participant, welcome } from '../testing/wire'
import { LABEL, spell } from './caption'
import { Captions } from './captions.svelte'

const cleo = participant(3, 'Cleo')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Ben's page in a meeting with Ada, its host, and Cleo. */
class Page {
  readonly room: Room
  readonly captions: Captions
  /** What Ben sent, by to whom. */
  readonly sent = new Map<number, string[]>()
  readonly listeners = new Map<number, PipeListener>()
  readonly told: string[] = []
  reachable = [1, 3]

  constructor(aloud = false) {
    this.room = new Room(
      () => Promise.resolve({ ok: true }),
      (topic) => topic !== 'captions' || aloud,
    )
    this.room.hear(welcome({ participants: [ada, ben, cleo] }))
    this.captions = new Captions(this.room, {
      open: (to, label, listener) => {
        if (label !== LABEL || !this.reachable.includes(to)) return null
        this.listeners.set(to, listener)
        const heard: string[] = []
        this.sent.set(to, heard)
        const pipe = new FakePipe()
        pipe.note = (text) => heard.push(text)
        return pipe
      },
    })
  }

  /** What arrives from somebody on a way that they opened. */
  from(who: number): (note: string) => void {
    let listener: PipeListener | undefined
    this.captions.opened(who, (it) => {
      listener = it
      return new FakePipe()
    })
    return (note) => listener?.onnote(note)
  }

  get shown(): string[] {
    return this.captions.lines.all.map(({ from, text }) => `${from.name}: ${text}`)
  }
}

describe('typing captions', () => {
  it('tells everyone while one types, not at every letter, and at Enter', () => {
    const page = new Page()
    const { captions, sent } = page
    captions.begin()
    for (const text of ['G', 'Go', 'Goo', 'Good']) captions.write(text)
    vi.advanceTimersByTime(300)
    captions.write('Good day')
    captions.finish()
    const said = [spell({ text: 'Good', final: false }), spell({ text: 'Good day', final: true })]
    expect(sent.get(1)).toEqual(said)
    expect(sent.get(3)).toEqual(said)
    expect(page.shown, 'one sees them too').toEqual(['Ben: Good day'])
    vi.advanceTimersByTime(300)
    expect(sent.get(1), 'nothing comes after').toHaveLength(2)
  })

  it('reaches who can be reached later, and once each', () => {
    const page = new Page()
    page.reachable = [1]
    page.captions.begin()
    page.captions.write('Hello')
    vi.advanceTimersByTime(300)
    page.reachable = [1, 3]
    page.captions.reached(1)
    page.captions.reached(3)
    page.listeners.get(3)?.onopen()
    expect(page.sent.get(3), 'what is still on the screen').toEqual([
      spell({ text: 'Hello', final: false }),
    ])
    page.captions.lost(3)
    page.captions.reached(3)
    page.captions.end()
    expect(page.sent.get(1), 'and the first way is still the one').toEqual([
      spell({ text: 'Hello', final: false }),
      spell({ text: 'Hello', final: true }),
    ])
    expect(page.sent.get(3)).toEqual([spell({ text: 'Hello', final: true })])
    expect(page.captions.typing).toBe(false)
  })

  it('says nothing where one may not write', () => {
    const page = new Page()
    page.captions.begin()
    page.room.hear({ type: 'policyChanged', policy: { ...openPolicy, chat: false }, by: 1 })
    page.captions.write('Hello')
    page.captions.finish()
    expect([page.sent.get(1), page.shown]).toEqual([[], []])
  })
})

describe('captions of others', () => {
  it('are shown while they are typed', () => {
    const page = new Page(true)
    const say = page.from(1)
    say(spell({ text: 'Good', final: false }))
    expect(page.shown).toEqual(['Ada: Good'])
    say(spell({ text: 'Good day', final: true }))
    say('{"type":"ask","from":0}')
    say(spell({ text: 'Shall', final: false }))
    expect(page.shown).toEqual(['Ada: Good day', 'Ada: Shall'])
    vi.advanceTimersByTime(1000)
    expect(page.room.announcements.said.lines, 'what is final, to who wants that').toEqual([
      'Ada: Good day',
    ])
  })

  it('are not read aloud unless one wants that', () => {
    const page = new Page()
    page.from(1)(spell({ text: 'Good day', final: true }))
    vi.advanceTimersByTime(1000)
    expect(page.room.announcements.said.lines).toEqual([])
  })

  it('are refused from whom the chat is refused, and from strangers', () => {
    const page = new Page()
    const [host, guest, stranger] = [page.from(1), page.from(3), page.from(9)]
    page.room.hear({ type: 'policyChanged', policy: { ...openPolicy, chat: false }, by: 1 })
    guest(spell({ text: 'I am Cleo', final: true }))
    stranger(spell({ text: 'I am nobody', final: true }))
    host(spell({ text: 'I am the host', final: true }))
    expect(page.shown).toEqual(['Ada: I am the host'])
  })

  it('come no faster than they may, also on another way', () => {
    const page = new Page()
    const say = page.from(3)
    for (let i = 1; i <= 50; i++) say(spell({ text: `${i}`, final: false }))
    expect(page.shown).toEqual(['Cleo: 20'])
    page.from(3)(spell({ text: 'again', final: false }))
    expect(page.shown).toEqual(['Cleo: 20'])
    vi.advanceTimersByTime(1000)
    say(spell({ text: 'later', final: false }))
    expect(page.shown).toEqual(['Cleo: later'])
  })

  it('go with the meeting', () => {
    const page = new Page()
    page.from(1)(spell({ text: 'Good day', final: true }))
    page.captions.close()
    expect(page.shown).toEqual([])
  })
})
