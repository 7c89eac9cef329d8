import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { meetingPath } from './code'
import { pageMemory } from './storage'
import { Tab, code, greenRoom, inCall, muted, roster } from './testing/tab'
import { ada, allOn, ben, named, openPolicy, participant, settled, welcome } from './testing/wire'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('coming in', () => {
  it('leads from the door to the green room into the call', async () => {
    const tab = new Tab()
    expect(tab.phase).toBe('connecting')
    await tab.wire.connect()
    await tab.wire.tell(roster)
    expect(tab.meeting.phase).toEqual({
      name: 'greenRoom',
      participants: [named(1, 'Ada')],
      mustAsk: false,
      locked: false,
      mayRead: false,
    })
    expect(tab.meeting.devices.camera.on, 'one sees oneself').toBe(true)

    await tab.meeting.join('  Ben ')
    expect(tab.last('join')).toEqual({ type: 'join', name: 'Ben', media: allOn })
    expect(tab.preferences.name).toBe('Ben')
    await tab.wire.tell(welcome())
    expect(tab.phase).toBe('inCall')
    expect(tab.meeting.room.people.me?.name).toBe('Ben')
    expect(tab.peers.open, 'one offers to Ada').toHaveLength(1)
    expect(tab.last('signal')).toMatchObject({ to: 1 })
  })

  it('leads through the lobby where there is one', async () => {
    const tab = await greenRoom()
    await tab.meeting.join('Ben')
    await tab.wire.tell({ type: 'waiting' })
    expect(tab.phase).toBe('waiting')
    await tab.wire.tell(welcome())
    expect(tab.phase).toBe('inCall')
  })

  it('goes by another code once the old one was guessed at', async () => {
    const tab = await inCall()
    await tab.wire.tell({ type: 'codeChanged', code: 'xyz-xyz-xyz' })
    expect(tab.meeting.code).toBe('xyz-xyz-xyz')
    expect(tab.meeting.room.notices.list.at(-1)?.text).toContain('xyz-xyz-xyz')
    expect(tab.phase, 'and one stays').toBe('inCall')
  })

  it('says why it was refused, and lets one try again', async () => {
    const tab = await greenRoom()
    tab.wire.refusals.join = 'locked'
    await tab.meeting.join('Ben')
    expect([tab.phase, tab.meeting.problem?.code, tab.meeting.joining]).toEqual([
      'greenRoom',
      'locked',
      false,
    ])
    delete tab.wire.refusals.join
    await tab.meeting.join('Ben')
    expect(tab.meeting.problem).toBeNull()
  })

  it.each([
    ['no_such_meeting', 'refused'],
    ['too_many_observers', 'refused'],
    ['ended', 'ended'],
    ['removed', 'removed'],
  ] as const)('ends at the door when it says %s', async (code, phase) => {
    const tab = new Tab()
    tab.wire.refusals.enter = code
    await tab.wire.connect()
    expect(tab.phase).toBe(phase)
    expect(tab.wire.closed).toBe(true)
  })

  it.each(['denied', 'removed', 'ended', 'replaced'] as const)(
    'ends when one is told: %s',
    async (type) => {
      const tab = await inCall()
      await tab.wire.tell({ type }, type === 'replaced' ? 0 : undefined)
      expect(tab.phase).toBe(type)
      expect(tab.wire.closed).toBe(true)
      expect(tab.peers.open).toEqual([])
      expect(tab.source.opened.every(({ readyState }) => readyState === 'ended')).toBe(true)
      expect(tab.seats.find(meetingPath(code))).toBeNull()
    },
  )

  it('leads back after leaving', async () => {
    const tab = await inCall()
    tab.meeting.leave()
    await settled()
    expect(tab.phase).toBe('left')
    expect(tab.wire.requests.at(-1)).toEqual({ type: 'leave' })
    tab.meeting.retry()
    await tab.wire.connect()
    await tab.wire.tell(roster)
    expect(tab.phase, 'as a newcomer').toBe('greenRoom')
    expect(tab.wire.asked('resume')).toEqual([])
    expect(tab.meeting.devices.camera.on).toBe(true)
  })
})

describe('a lost connection', () => {
  it('is shown, and mends without anyone noticing', async () => {
    const tab = await inCall()
    vi.setSystemTime(5000)
    tab.wire.drop()
    expect(tab.meeting.link).toEqual({ state: 'reconnecting', since: 5000 })
    expect(tab.phase).toBe('inCall')
    await tab.wire.connect()
    expect(tab.last('resume')).toMatchObject({ after: 2 })
    expect(tab.meeting.link).toEqual({ state: 'connected' })
    expect(tab.peers.made, 'the call went on').toHaveLength(1)
  })

  it('is overcome by joining again when the seat was given up', async () => {
    const tab = await inCall()
    tab.wire.drop()
    tab.wire.refusals.resume = 'unknown_token'
    await tab.wire.connect()
    await tab.wire.tell(roster, 1)
    expect(tab.phase, 'the green room is skipped').toBe('inCall')
    expect(tab.last('join')).toEqual({ type: 'join', name: 'Ben', media: allOn })
    const again = participant(5, 'Ben')
    await tab.wire.tell(welcome({ you: 5, participants: [ada, again] }))
    expect(tab.meeting.room.people.me?.id).toBe(5)
    expect(tab.peers.open).toHaveLength(1)
  })

  it('ends the call when one is not let in again', async () => {
    const tab = await inCall()
    tab.wire.drop()
    tab.wire.refusals.resume = 'unknown_token'
    tab.wire.refusals.join = 'locked'
    await tab.wire.connect()
    expect(tab.meeting.phase).toMatchObject({ name: 'refused', failure: { code: 'locked' } })
  })

  it('keeps waiting in the lobby', async () => {
    const tab = await greenRoom()
    await tab.meeting.join('Ben')
    await tab.wire.tell({ type: 'waiting' })
    tab.wire.drop()
    await tab.wire.connect()
    await tab.wire.tell(welcome())
    expect(tab.phase).toBe('inCall')
  })

  it('tells what was switched meanwhile', async () => {
    const tab = await inCall()
    tab.wire.drop()
    await tab.meeting.switches.toggleMicrophone()
    await settled()
    await tab.wire.connect()
    expect(tab.last('setMedia')?.media).toEqual(muted)
  })

  it('is the end when the server stays away, until one tries again', async () => {
    const tab = await inCall()
    await tab.wire.tell({ type: 'stopping' }, 0)
    expect(tab.notices).toContain('The server is stopping. You will be back when it is.')
    tab.wire.drop()
    await vi.advanceTimersByTimeAsync(31_000)
    expect(tab.phase).toBe('serverGone')
    expect(tab.source.live('video'), 'nobody is filmed for nothing').toEqual([])

    tab.meeting.retry()
    expect(tab.phase).toBe('connecting')
    tab.wire.refusals.resume = 'unknown_token'
    await tab.wire.connect()
    expect(tab.last('join')?.name).toBe('Ben')
    await tab.wire.tell(welcome(), 2)
    expect(tab.phase).toBe('inCall')
    expect(tab.meeting.devices.camera.on).toBe(true)
  })
})

describe('a reloaded page', () => {
  it('is straight back in, as it was', async () => {
    const memory = pageMemory()
    await greenRoom(memory)
    const tab = new Tab(memory)
    await tab.wire.connect()
    expect(tab.wire.requests).toEqual([{ type: 'resume', code, token: 'aa', after: null }])
    const wasMuted = { ...ben, media: muted }
    await tab.wire.tell(welcome({ participants: [ada, wasMuted] }), 57)
    expect(tab.phase).toBe('inCall')
    const { microphone, camera } = tab.meeting.devices
    expect([microphone.on, camera.on]).toEqual([false, true])
    expect(tab.wire.asked('setMedia'), 'nothing is new').toEqual([])
  })

  it('no longer shares the screen, and says so', async () => {
    const memory = pageMemory()
    await greenRoom(memory)
    const tab = new Tab(memory)
    await tab.wire.connect()
    const shared = { ...ben, media: { ...allOn, screen: true } }
    await tab.wire.tell(welcome({ participants: [ada, shared] }), 57)
    expect(tab.last('setMedia')?.media).toEqual(allOn)
  })

  it('stands at the door again when it took too long', async () => {
    const memory = pageMemory()
    await greenRoom(memory)
    const tab = new Tab(memory)
    tab.wire.refusals.resume = 'unknown_token'
    await tab.wire.connect()
    await tab.wire.tell(roster)
    expect(tab.phase).toBe('greenRoom')
    expect(tab.wire.asked('join')).toEqual([])
  })
})

describe('in the call', () => {
  it('one asks, and hears why it was not done', async () => {
    const tab = await inCall()
    const { meeting } = tab
    meeting.room.raiseHand()
    meeting.room.lowerHand()
    meeting.room.lowerHand(1)
    meeting.room.react('👍')
    meeting.room.setRole(1, 'coHost')
    meeting.room.setPolicy({ lobby: true })
    tab.wire.refusals.mute = 'not_allowed'
    meeting.room.mute(1)
    await settled()
    expect(tab.wire.requests.slice(-7)).toEqual([
      { type: 'raiseHand', raised: true },
      { type: 'raiseHand', raised: false },
      { type: 'lowerHand', who: 1 },
      { type: 'react', emoji: '👍' },
      { type: 'setRole', who: 1, role: 'coHost' },
      { type: 'setPolicy', policy: { ...openPolicy, lobby: true } },
      { type: 'mute', who: 1 },
    ])
    expect(tab.notices).toEqual(['Only a host can do this. Ask the host.'])
  })

  it('one writes to everyone, or to one', async () => {
    const { meeting, wire } = await inCall()
    const { draft } = meeting.room
    draft.type('hello', 0)
    expect(await draft.send()).toBe(true)
    draft.address(named(1, 'Ada'))
    wire.refusals.say = 'no_such_participant'
    draft.type('psst', 0)
    expect(await draft.send(), 'then it is not lost').toBe(false)
    expect(wire.asked('setTyping').map(({ to }) => to)).toEqual([null, 1])
    expect(wire.asked('say').map(({ to, text }) => [to, text])).toEqual([
      [null, 'hello'],
      [1, 'psst'],
    ])
  })

  it('one sees reactions for a moment', async () => {
    const { meeting, wire } = await inCall()
    await wire.tell({ type: 'reacted', who: 1, emoji: '👍' })
    await wire.tell({ type: 'reacted', who: 1, emoji: '🎉' })
    expect(meeting.room.reactions.of(1)).toBe('🎉')
    await vi.advanceTimersByTimeAsync(5000)
    expect(meeting.room.reactions.list).toEqual([])
  })

  it('notices go away', async () => {
    const tab = await inCall()
    await tab.wire.tell({ type: 'joined', participant: participant(3, 'Cleo') })
    await tab.wire.tell({ type: 'left', who: 1, departure: 'lost' })
    expect(tab.notices).toEqual(['Cleo joined', 'Ada lost the connection'])
    await vi.advanceTimersByTimeAsync(7000)
    expect(tab.notices).toEqual([])
  })

  it('going to another page leaves', async () => {
    const { meeting, wire } = await inCall()
    meeting.dispose()
    await settled()
    expect(wire.requests.at(-1)).toEqual({ type: 'leave' })
    expect(wire.closed).toBe(true)
  })
})

describe('with a neighbour', () => {
  const host = 'bbbbbbbbbbbbbbbb'

  it('a seat is kept apart from one of the same code here', async () => {
    const tab = await greenRoom(pageMemory(), { host })
    expect(tab.seats.find(meetingPath(code, host))).not.toBeNull()
    expect(tab.seats.find(meetingPath(code)), 'its token is nobody else’s business').toBeNull()
  })

  it('that has another identity nothing is sent', async () => {
    const failure = { code: 'identity_changed', message: 'It has another identity.' } as const
    const tab = new Tab(pageMemory(), { host, reach: () => Promise.resolve(failure) })
    await settled()
    await tab.wire.connect()
    expect([tab.phase, tab.wire.requests]).toEqual(['identityChanged', []])
  })

  it('that cannot be reached one may try again', async () => {
    const failure = { code: 'unreachable', message: 'It does not answer.' } as const
    let reached = false
    const reach = () => Promise.resolve(reached ? null : failure)
    const tab = new Tab(pageMemory(), { host, reach })
    await settled()
    expect(tab.phase).toBe('refused')
    reached = true
    tab.meeting.retry()
    await settled()
    await tab.wire.connect()
    await tab.wire.tell(roster)
    expect(tab.phase).toBe('greenRoom')
  })
})

describe('after a ring', () => {
  it.each([
    ['video', true],
    ['voice', false],
  ] as const)('one comes in at once, with %s', async (kind, camera) => {
    const tab = new Tab()
    tab.meeting.enterAtOnce('Ben', kind)
    await settled()
    expect(tab.source.live('audio'), 'devices open while the server is called').toHaveLength(1)
    expect(tab.source.live('video')).toHaveLength(camera ? 1 : 0)
    await tab.wire.connect()
    await tab.wire.tell(roster)
    expect(tab.phase, 'there is no stop at the door').toBe('connecting')
    const join = tab.last('join')
    expect(join?.name).toBe('Ben')
    expect([join?.media.microphone.enabled, join?.media.camera.enabled]).toEqual([true, camera])
    await tab.wire.tell(welcome())
    expect(tab.phase).toBe('inCall')
  })

  it('it is known when it is over', async () => {
    let over = 0
    const tab = await greenRoom(pageMemory(), { onover: () => over++ })
    await tab.meeting.join('Ben')
    await tab.wire.tell(welcome())
    expect(over).toBe(0)
    await tab.wire.tell({ type: 'ended' })
    expect(over).toBe(1)
  })
})
