import { describe, expect, it } from 'vitest'

import type { NativeEvent } from '../protocol/NativeEvent'
import type { Role } from '../protocol/Role'
import { newsOf } from './news'
import { People } from './people.svelte'
import { Room } from './room.svelte'
import { ada, allOn, ben, named, openPolicy, participant, welcome } from './testing/wire'

const cleo = participant(3, 'Cleo')

function people(role: Role = 'participant', more: Parameters<typeof welcome>[0] = {}): People {
  const people = new People()
  people.welcome(welcome({ participants: [cleo, ada, { ...ben, role }], ...more }))
  return people
}

const ids = (people: People) => people.all.map(({ id }) => id)

describe('people', () => {
  it('come and go in order of arrival', () => {
    const all = people()
    expect(ids(all)).toEqual([1, 2, 3])
    expect(all.me?.name).toBe('Ben')
    expect(all.host?.name).toBe('Ada')
    all.hear({ type: 'joined', participant: participant(4, 'Dan') })
    all.hear({ type: 'joined', participant: participant(4, 'Dan') })
    all.hear({ type: 'left', who: 1, departure: 'left' })
    expect(ids(all)).toEqual([2, 3, 4])
    expect(all.others.map(({ id }) => id)).toEqual([3, 4])
    expect(all.nameOf(1), 'someone who left').toBe('Someone')
  })

  it('have another name, and stand in the spotlight until they leave', () => {
    const all = people('participant', { spotlight: 1 })
    expect(all.spotlight?.name).toBe('Ada')
    all.hear({ type: 'spotlightChanged', who: 3 })
    all.hear({ type: 'nameChanged', who: 3, name: 'Cleopatra', by: 1 })
    expect(all.spotlight?.name).toBe('Cleopatra')
    all.hear({ type: 'left', who: 3, departure: 'left' })
    expect(all.spotlight).toBeNull()
  })

  it('raise hands, and are seen in that order', () => {
    const all = people()
    all.hear({ type: 'handChanged', who: 3, hand: 10 })
    all.hear({ type: 'handChanged', who: 1, hand: 20 })
    all.hear({ type: 'handChanged', who: 2, hand: 5 })
    all.hear({ type: 'handChanged', who: 2, hand: null })
    expect(all.hands.map(({ id }) => id)).toEqual([3, 1])
  })

  it('lose their connection and get it back', () => {
    const all = people()
    all.hear({ type: 'connectionLost', who: 3 })
    expect(all.find(3)?.connected).toBe(false)
    all.hear({ type: 'connectionResumed', who: 3, anew: false })
    expect(all.find(3)?.connected).toBe(true)
  })
})

describe('a right', () => {
  it.each([
    ['participant', false, [false, false]],
    ['coHost', true, [false, true]],
    ['host', true, [true, true]],
  ] as const)('of a %s', (role, canAdmit, canActOn) => {
    const all = people(role)
    expect(all.canAdmit).toBe(canAdmit)
    expect([ada, cleo].map((it) => all.canActOn(it))).toEqual(canActOn)
    expect(all.canActOn(ben), 'never on oneself').toBe(false)
  })

  it('to take over is the owner’s, and the co-host’s while the host is away', () => {
    expect(people('participant', { owner: true }).canTakeOver).toBe(true)
    expect(people('host', { owner: true }).canTakeOver, 'one is it already').toBe(false)
    const all = people('coHost')
    expect(all.canTakeOver).toBe(false)
    all.hear({ type: 'connectionLost', who: 1 })
    expect(all.canTakeOver).toBe(true)
  })

  it('by policy binds participants only', () => {
    const policy = { ...openPolicy, chat: false }
    expect(people('participant', { policy }).may('chat')).toBe(false)
    expect(people('participant', { policy }).may('camera')).toBe(true)
    expect(people('coHost', { policy }).may('chat')).toBe(true)
  })

  it('by one’s own rights go before the policy', () => {
    const all = people('participant', { policy: { ...openPolicy, screen: false } })
    const rights = { microphone: true, camera: true, screen: true, chat: false, notes: true }
    all.hear({ type: 'rightsChanged', who: 2, rights, by: 1 })
    expect([all.may('screen'), all.may('chat')]).toEqual([true, false])
    all.hear({ type: 'rightsChanged', who: 2, rights: null, by: 1 })
    expect([all.may('screen'), all.may('chat')]).toEqual([false, true])
    expect(all.rightsOf(cleo)).toEqual({ ...rights, screen: false, chat: true })
  })
})

describe('the lobby', () => {
  const eve = named(7, 'Eve')

  it('is seen by those who may admit', () => {
    const all = people('coHost')
    all.hear({ type: 'knocked', who: eve })
    all.hear({ type: 'knocked', who: named(8, 'Fay') })
    all.hear({ type: 'knockAnswered', who: 8 })
    expect(all.waiting).toEqual([eve])
    all.hear({ type: 'roleChanged', who: 2, role: 'participant' })
    expect(all.waiting).toEqual([])
    all.hear({ type: 'roleChanged', who: 2, role: 'host' })
    expect(all.waiting, 'what was known then is not true any more').toEqual([])
    all.hear({ type: 'entrusted', waiting: [eve], removed: [], log: [] })
    expect(all.waiting).toEqual([eve])
  })
})

describe('news', () => {
  const muted = { ...allOn, microphone: { available: true, enabled: false } }
  const dark = { ...allOn, camera: { available: true, enabled: false } }

  it.each([
    [{ type: 'joined', participant: participant(4, 'Dan') }, 'Dan joined'],
    [{ type: 'left', who: 3, departure: 'left' }, 'Cleo left'],
    [{ type: 'left', who: 3, departure: 'lost' }, 'Cleo lost the connection'],
    [{ type: 'left', who: 3, departure: 'removed' }, 'Cleo was removed'],
    [{ type: 'knocked', who: named(7, 'Eve') }, 'Eve would like to come in'],
    [{ type: 'mediaChanged', who: 2, media: muted, by: 1 }, 'Ada muted you'],
    [{ type: 'mediaChanged', who: 2, media: dark, by: 1 }, 'Ada turned your camera off'],
    [{ type: 'mediaChanged', who: 2, media: muted, by: null }, undefined],
    [{ type: 'mediaChanged', who: 3, media: muted, by: 1 }, undefined],
    [{ type: 'handChanged', who: 3, hand: 10 }, 'Cleo raised a hand'],
    [{ type: 'handChanged', who: 3, hand: null }, undefined],
    [{ type: 'handChanged', who: 2, hand: 10 }, undefined],
    [{ type: 'roleChanged', who: 2, role: 'coHost' }, 'You are a co-host now'],
    [{ type: 'roleChanged', who: 3, role: 'host' }, 'Cleo is the host now'],
    [{ type: 'roleChanged', who: 3, role: 'coHost' }, undefined],
    [
      { type: 'policyChanged', policy: { ...openPolicy, locked: true }, by: 1 },
      'Ada locked the meeting',
    ],
    [
      { type: 'policyChanged', policy: { ...openPolicy, chat: false }, by: 1 },
      'Ada switched the chat off',
    ],
    [{ type: 'policyChanged', policy: { ...openPolicy, chat: false }, by: 2 }, undefined],
  ] satisfies [Parameters<typeof newsOf>[0], string | undefined][])('of %j', (event, text) => {
    expect(newsOf(event, people())?.text).toBe(text)
  })
})

describe('being asked to unmute', () => {
  const muted = { ...allOn, microphone: { available: true, enabled: false } }
  const asked: NativeEvent = { type: 'askedToUnmute', by: 1 }

  function room(): Room {
    const room = new Room(() => Promise.resolve({ ok: true }))
    room.hear(welcome({ participants: [ada, { ...ben, media: muted }] }))
    return room
  }

  it('lasts until one is heard', () => {
    const there = room()
    there.hear(asked)
    expect(there.asker).toBe('Ada')
    there.hear({ type: 'mediaChanged', who: 2, media: allOn, by: null })
    expect(there.asker).toBeNull()
    there.hear({ type: 'mediaChanged', who: 2, media: muted, by: null })
    expect(there.asker, 'it was answered').toBeNull()
  })

  it('or until one says no', () => {
    const there = room()
    there.hear(asked)
    there.stayMuted()
    expect(there.asker).toBeNull()
  })
})
