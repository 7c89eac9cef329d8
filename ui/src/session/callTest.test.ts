import { describe, expect, it } from 'vitest'

import type { Loop } from '../media/loopback'
import type { Flow } from '../media/statistics'
import { type Facts, judge, verdictOf } from './callTest'

const flow = (slot: Flow['slot'], packets = 50): Flow => ({
  slot,
  direction: 'received',
  bitrate: 40_000,
  packets,
  loss: 0,
  jitter: 0,
  framesPerSecond: null,
  width: null,
  height: null,
  codec: null,
  limit: null,
})

const loop = (flows: Flow[], address: string | null = '192.168.1.5'): Loop => {
  const path = {
    way: 'local',
    protocol: 'udp',
    local: 'host',
    remote: 'host',
    address,
    roundTrip: 0,
  } as const
  return { connected: true, statistics: { at: 0, flows, path, roundTrip: 0 }, path }
}

const facts = (more: Partial<Facts> = {}): Facts => ({
  answer: 5,
  loop: loop([flow('microphone'), flow('camera')]),
  microphone: true,
  camera: true,
  ...more,
})

const found = (more?: Partial<Facts>) =>
  Object.fromEntries(judge(facts(more)).map((it) => [it.topic, it.found]))

const verdicts = (more?: Partial<Facts>) => judge(facts(more)).map(verdictOf)

describe('before a call', () => {
  it('all is well when everything arrives', () => {
    expect(found()).toEqual({
      server: 'answers',
      connection: 'made',
      sound: 'arrives',
      picture: 'arrives',
      address: 'local',
    })
    expect(new Set(verdicts())).toEqual(new Set(['good']))
  })

  it('what does not arrive is bad, and what is off is not', () => {
    const half = { loop: loop([flow('microphone'), flow('camera', 0)]) }
    expect(found(half)).toMatchObject({ sound: 'arrives', picture: 'lost' })
    expect(verdicts(half)).toContain('bad')
    expect(found({ ...half, camera: false })).toMatchObject({ picture: 'off' })
    expect(verdicts({ ...half, camera: false })).not.toContain('bad')
  })

  it('a connection that is not made is all that is said of the media', () => {
    const none = { loop: { connected: false, statistics: null, path: null } }
    expect(found(none)).toEqual({ server: 'answers', connection: 'blocked' })
  })

  it('a server may be slow, or silent', () => {
    expect(found({ answer: 900 })['server']).toBe('slow')
    expect(found({ answer: null })['server']).toBe('silent')
  })

  it.each([
    ['hidden', null],
    ['hidden', '0b2c.local'],
    ['public', '203.0.113.9'],
  ])('the address is %s: %s', (expected, address) => {
    expect(found({ loop: loop([], address) })['address']).toBe(expected)
  })
})
