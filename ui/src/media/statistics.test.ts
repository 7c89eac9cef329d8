import { describe, expect, it } from 'vitest'

import { type Snapshot, compare, isLocal, read } from './statistics'
import type { Slot } from './slots'

const SLOTS = new Map<string, Slot>([
  ['0', 'microphone'],
  ['1', 'camera'],
])

const LOCAL = {
  type: 'local-candidate',
  candidateType: 'host',
  protocol: 'udp',
  address: '10.0.0.2',
}
const REMOTE = { ...LOCAL, type: 'remote-candidate', address: '10.0.0.3' }

/** A report as Chromium gives it, of a call in which both sides send. */
function report(timestamp: number, more: Record<string, object> = {}): [string, object][] {
  const seconds = timestamp / 1000
  const stats: Record<string, object> = {
    T01: { type: 'transport', selectedCandidatePairId: 'CP1' },
    CP1: {
      type: 'candidate-pair',
      state: 'succeeded',
      localCandidateId: 'I1',
      remoteCandidateId: 'I2',
      currentRoundTripTime: 0.02,
    },
    I1: LOCAL,
    I2: REMOTE,
    COT96: { type: 'codec', mimeType: 'video/VP8' },
    IT01A: {
      type: 'inbound-rtp',
      mid: '0',
      bytesReceived: 5000 * seconds,
      packetsReceived: 50 * seconds,
      packetsLost: 0,
      jitter: 0.004,
    },
    OT01V: {
      type: 'outbound-rtp',
      mid: '1',
      codecId: 'COT96',
      bytesSent: 125_000 * seconds,
      packetsSent: 100 * seconds,
      framesEncoded: 30 * seconds,
      frameWidth: 640,
      frameHeight: 360,
      qualityLimitationReason: 'cpu',
    },
    RI01V: {
      type: 'remote-inbound-rtp',
      localId: 'OT01V',
      packetsLost: 10 * seconds,
      jitter: 0.012,
      roundTripTime: 0.03,
    },
    ...more,
  }
  return Object.entries(stats).map(([id, it]) => [id, { id, timestamp, ...it }])
}

function reading(timestamp: number, more?: Record<string, object>): Snapshot {
  return read(report(timestamp, more), SLOTS)
}

describe('between two reports', () => {
  it('tells what flows, how fast and how well', () => {
    const { flows, roundTrip } = compare(reading(1000), reading(3000))
    expect(flows).toEqual([
      {
        slot: 'microphone',
        direction: 'received',
        bitrate: 40_000,
        packets: 100,
        loss: 0,
        jitter: 0.004,
        framesPerSecond: null,
        width: null,
        height: null,
        codec: null,
        limit: null,
      },
      {
        slot: 'camera',
        direction: 'sent',
        bitrate: 1_000_000,
        packets: 200,
        loss: 0.1,
        jitter: 0.012,
        framesPerSecond: 30,
        width: 640,
        height: 360,
        codec: 'VP8',
        limit: 'cpu',
      },
    ])
    expect(roundTrip).toBe(0.02)
  })

  it('counts the lost among those that were sent', () => {
    const lossy = (packetsReceived: number, packetsLost: number) => ({
      IT01A: { type: 'inbound-rtp', mid: '0', bytesReceived: 9e5, packetsReceived, packetsLost },
    })
    const { flows } = compare(reading(1000, lossy(100, 0)), reading(3000, lossy(190, 10)))
    expect(flows[0]?.loss).toBeCloseTo(0.1)
  })

  it('does not count as lost what came late', () => {
    const late = (packetsLost: number) => ({
      IT01A: { type: 'inbound-rtp', mid: '0', bytesReceived: 1, packetsReceived: 9, packetsLost },
    })
    const { flows } = compare(reading(1000, late(5)), reading(3000, late(3)))
    expect(flows[0]?.loss).toBe(null)
  })

  it('tells nothing of counters that began anew, nor of streams that are new', () => {
    expect(compare(reading(9000), reading(10_000, { IT01A: { type: 'gone' } })).flows).toHaveLength(
      1,
    )
    const anew = { OT01V: { type: 'outbound-rtp', mid: '1', bytesSent: 10, packetsSent: 1 } }
    const { flows } = compare(reading(9000), reading(10_000, anew))
    expect(flows.map(({ slot }) => slot)).toEqual(['microphone'])
    const fresh = { NEW: { type: 'inbound-rtp', mid: '1', bytesReceived: 10, packetsReceived: 1 } }
    expect(compare(reading(9000), reading(10_000, fresh)).flows).toHaveLength(2)
  })

  it('tells nothing when no time has passed', () => {
    expect(compare(reading(1000), reading(1000)).flows).toEqual([])
  })
})

describe('the way of the media', () => {
  const way = (local: object, remote: object) =>
    reading(1000, { I1: { ...LOCAL, ...local }, I2: { ...REMOTE, ...remote } }).path?.way

  it.each([
    ['local', {}, {}],
    ['local', { address: 'fd00::1' }, { address: 'c4b2.local' }],
    ['local', {}, { candidateType: 'prflx', address: '192.168.1.9' }],
    ['local', { address: '2001:db8:1:2:a::1' }, { address: '2001:db8:1:2:b::2' }],
    ['local', { address: '203.0.113.5' }, { address: '203.0.113.9' }],
    ['local', { address: '203.0.113.5' }, { address: 'c4b2.local' }],
    ['local', { address: '203.0.113.5' }, { address: null }],
    ['beyond', { address: '2001:db8:1:2:a::1' }, { address: '2001:db8:1:3:b::2' }],
    ['direct', {}, { candidateType: 'prflx', address: null }],
    ['beyond', { candidateType: 'srflx', address: '203.0.113.5' }, {}],
    ['beyond', {}, { address: '2001:db8::7' }],
    ['relay', { candidateType: 'relay', relayProtocol: 'tls', address: '10.0.0.9' }, {}],
    ['relay', {}, { candidateType: 'relay' }],
  ])('is %s', (expected, local, remote) => {
    expect(way(local, remote)).toBe(expected)
  })

  it('is found where only the pair says that it was selected', () => {
    const pair = { type: 'candidate-pair', localCandidateId: 'I1', remoteCandidateId: 'I2' }
    const firefox = {
      T01: { type: 'transport' },
      CP0: { ...pair, state: 'failed', localCandidateId: 'nowhere' },
      CP1: { ...pair, state: 'succeeded', nominated: true, selected: true },
    }
    expect(reading(1000, firefox).path).toMatchObject({ way: 'local', address: '10.0.0.2' })
  })

  it('is not known before there is one', () => {
    expect(read([], SLOTS).path).toBe(null)
  })
})

it.each([
  ['172.16.0.1', true],
  ['172.32.0.1', false],
  ['169.254.3.3', true],
  ['8.8.8.8', false],
  ['[fe80::1]', true],
  ['::ffff:192.168.0.4', true],
  ['2a00::1', false],
])('%s is of the local network: %s', (address, expected) => {
  expect(isLocal(address)).toBe(expected)
})
