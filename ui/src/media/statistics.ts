// What a peer connection says of itself (W3C webrtc-stats), and what two such reports tell.

import type { Slot } from './slots'

/** How media reach the other side. */
export type Way =
  /** From one computer to the other, without leaving the local network. */
  | 'local'
  /** From one computer to the other, through other networks. */
  | 'beyond'
  /** From one computer to the other; the browser does not tell through what. */
  | 'direct'
  /** Through a TURN server. */
  | 'relay'

export interface Path {
  way: Way
  /** `udp` or `tcp`; to the TURN server, where there is one. */
  protocol: string
  /** The kinds of both ends: `host`, `srflx`, `prflx` or `relay`. */
  local: string
  remote: string
  /** The own address, where the browser tells it. */
  address: string | null
  /** Seconds. */
  roundTrip: number | null
}

/** What keeps a picture from being sent as good as it is. */
export type Limit = 'cpu' | 'bandwidth' | 'other'

/** One medium, one way, as counted since it began. */
interface Counted {
  slot: Slot
  direction: 'received' | 'sent'
  bytes: number
  packets: number
  lost: number | null
  frames: number | null
  /** Seconds. */
  jitter: number | null
  roundTrip: number | null
  width: number | null
  height: number | null
  codec: string | null
  limit: Limit | null
}

export interface Snapshot {
  /** Milliseconds, on the clock of the reports. */
  at: number
  streams: ReadonlyMap<string, Counted>
  path: Path | null
}

/** One medium, one way, since the report before. */
export interface Flow {
  slot: Slot
  direction: 'received' | 'sent'
  /** Bits a second. */
  bitrate: number
  packets: number
  /** Of those sent, 0 to 1; null where nothing tells it. */
  loss: number | null
  /** Seconds. */
  jitter: number | null
  framesPerSecond: number | null
  width: number | null
  height: number | null
  codec: string | null
  limit: Limit | null
}

export interface Statistics {
  at: number
  flows: readonly Flow[]
  path: Path | null
  /** Seconds there and back. */
  roundTrip: number | null
}

/** The parts of the standard's dictionaries that are read; browsers leave out what they like. */
interface Stats extends RTCStats {
  mid?: string
  kind?: string
  ssrc?: number
  codecId?: string
  mimeType?: string
  localId?: string
  bytesReceived?: number
  bytesSent?: number
  packetsReceived?: number
  packetsSent?: number
  packetsLost?: number
  framesDecoded?: number
  framesEncoded?: number
  frameWidth?: number
  frameHeight?: number
  jitter?: number
  roundTripTime?: number
  qualityLimitationReason?: string
  selectedCandidatePairId?: string
  localCandidateId?: string
  remoteCandidateId?: string
  currentRoundTripTime?: number
  nominated?: boolean
  selected?: boolean
  state?: string
  candidateType?: string
  protocol?: string
  relayProtocol?: string
  address?: string | null
}

/** Reads a report; `slots` says which medium a media section, by its mid, carries. */
export function read(
  report: Iterable<readonly [string, unknown]>,
  slots: ReadonlyMap<string, Slot>,
): Snapshot {
  const all = new Map(report as Iterable<readonly [string, Stats]>)
  const streams = new Map<string, Counted>()
  let at = 0
  for (const [id, stats] of all) {
    at = Math.max(at, stats.timestamp)
    const slot = stats.mid === undefined ? undefined : slots.get(stats.mid)
    if (slot === undefined) continue
    if (stats.type === 'inbound-rtp') streams.set(id, received(slot, stats, all))
    else if (stats.type === 'outbound-rtp') streams.set(id, sent(slot, id, stats, all))
  }
  return { at, streams, path: pathOf(all) }
}

/** What happened between two reports. Counters that began anew tell nothing yet. */
export function compare(before: Snapshot, now: Snapshot): Statistics {
  const seconds = (now.at - before.at) / 1000
  const flows: Flow[] = []
  let roundTrip = now.path?.roundTrip ?? null
  for (const [id, stream] of now.streams) {
    roundTrip ??= stream.roundTrip
    const was = before.streams.get(id)
    if (seconds <= 0 || was === undefined) continue
    if (stream.bytes < was.bytes || stream.packets < was.packets) continue
    flows.push(flow(was, stream, seconds))
  }
  return { at: now.at, flows, path: now.path, roundTrip }
}

function flow(was: Counted, now: Counted, seconds: number): Flow {
  const { slot, direction, jitter, width, height, codec, limit } = now
  const packets = now.packets - was.packets
  const frames = difference(was.frames, now.frames)
  return {
    slot,
    direction,
    bitrate: ((now.bytes - was.bytes) * 8) / seconds,
    packets,
    loss: lossOf(was, now, packets),
    jitter,
    framesPerSecond: frames === null ? null : frames / seconds,
    width,
    height,
    codec,
    limit,
  }
}

function lossOf(was: Counted, now: Counted, packets: number): number | null {
  const lost = difference(was.lost, now.lost)
  if (lost === null) return null
  // Of those that are received, the lost ones were sent beside.
  const all = now.direction === 'received' ? packets + lost : packets
  return all === 0 ? null : Math.min(1, lost / all)
}

/** What came late is counted as lost at first, so that the count can fall. */
function difference(was: number | null, now: number | null): number | null {
  return was === null || now === null ? null : Math.max(0, now - was)
}

function received(slot: Slot, stats: Stats, all: ReadonlyMap<string, Stats>): Counted {
  return {
    slot,
    direction: 'received',
    bytes: stats.bytesReceived ?? 0,
    packets: stats.packetsReceived ?? 0,
    lost: stats.packetsLost ?? null,
    frames: stats.framesDecoded ?? null,
    jitter: stats.jitter ?? null,
    roundTrip: null,
    limit: null,
    ...shown(stats, all),
  }
}

/** What is lost of what is sent, only the other side knows, and tells. */
function sent(slot: Slot, id: string, stats: Stats, all: ReadonlyMap<string, Stats>): Counted {
  const told = [...all.values()].find(
    ({ type, localId }) => type === 'remote-inbound-rtp' && localId === id,
  )
  return {
    slot,
    direction: 'sent',
    bytes: stats.bytesSent ?? 0,
    packets: stats.packetsSent ?? 0,
    lost: told?.packetsLost ?? null,
    frames: stats.framesEncoded ?? null,
    jitter: told?.jitter ?? null,
    roundTrip: told?.roundTripTime ?? null,
    limit: limitOf(stats.qualityLimitationReason),
    ...shown(stats, all),
  }
}

function shown(stats: Stats, all: ReadonlyMap<string, Stats>) {
  const codec = stats.codecId === undefined ? undefined : all.get(stats.codecId)?.mimeType
  return {
    width: stats.frameWidth ?? null,
    height: stats.frameHeight ?? null,
    codec: codec?.replace(/^\w+\//, '') ?? null,
  }
}

function limitOf(reason: string | undefined): Limit | null {
  return reason === 'cpu' || reason === 'bandwidth' || reason === 'other' ? reason : null
}

function pathOf(all: ReadonlyMap<string, Stats>): Path | null {
  const pair = selectedPair(all)
  const local = all.get(pair?.localCandidateId ?? '')
  const remote = all.get(pair?.remoteCandidateId ?? '')
  if (pair === undefined || local === undefined || remote === undefined) return null
  return {
    way: wayOf(local, remote),
    protocol: local.relayProtocol ?? local.protocol ?? 'udp',
    local: local.candidateType ?? 'host',
    remote: remote.candidateType ?? 'host',
    address: local.address ?? null,
    roundTrip: pair.currentRoundTripTime ?? null,
  }
}

function selectedPair(all: ReadonlyMap<string, Stats>): Stats | undefined {
  let found: Stats | undefined
  for (const stats of all.values()) {
    if (stats.type === 'transport' && stats.selectedCandidatePairId !== undefined) {
      return all.get(stats.selectedCandidatePairId)
    }
    // Some browsers say it at the pair.
    const { type, selected, nominated, state } = stats
    if (type !== 'candidate-pair') continue
    if (selected === true || (nominated === true && state === 'succeeded')) found = stats
  }
  return found
}

function wayOf(local: Stats, remote: Stats): Way {
  const has = (kind: string) => [local, remote].some((end) => end.candidateType === kind)
  if (has('relay')) return 'relay'
  if (has('srflx')) return 'beyond'
  if (remote.candidateType === 'host' && isHidden(remote.address)) return 'local'
  const addresses = [local, remote].flatMap(({ address }) => address ?? [])
  const [here, there] = addresses
  if (here !== undefined && there !== undefined && areTogether(here, there)) return 'local'
  if (addresses.some((address) => !isLocal(address))) return 'beyond'
  return has('prflx') && addresses.length < 2 ? 'direct' : 'local'
}

/** Whether the other side gave a name by mDNS, which nobody beyond the network could resolve. */
function isHidden(address: string | null | undefined): boolean {
  return address === null || address === undefined || address.endsWith('.local')
}

/** Whether two addresses that anybody may reach are of one network, as those of IPv6 mostly are. */
function areTogether(here: string, there: string): boolean {
  const network = here.includes(':') ? /^(?:[0-9a-f]+:){4}/i : /^(?:\d+\.){3}/
  const prefix = network.exec(here)?.[0]
  return here === there || (prefix !== undefined && there.startsWith(prefix))
}

/** Whether an address is of a network of one's own; names by mDNS reach no farther. */
export function isLocal(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').toLowerCase()
  if (bare.endsWith('.local') || bare === '::1') return true
  if (/^(f[cd]|fe[89ab])[0-9a-f]*:/.test(bare)) return true
  const [first = -1, second = -1] = bare
    .replace(/^::ffff:/, '')
    .split('.')
    .map(Number)
  if (first === 10 || first === 127) return true
  if (first === 172) return second >= 16 && second < 32
  return (first === 192 && second === 168) || (first === 169 && second === 254)
}
