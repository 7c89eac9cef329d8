import { Devices } from '../../media/devices.svelte'
import { FakePeers, FakeStream, FakeTrack } from '../../media/testing/peers'
import { FakeSource } from '../../media/testing/source'
import type { NativeEvent } from '../../protocol/NativeEvent'
import type { NativeRequest } from '../../protocol/NativeRequest'
import { noFiles } from '../files/testing/files'
import { Meeting, type Surroundings } from '../meeting.svelte'
import { Preferences } from '../preferences.svelte'
import { Seats } from '../seats'
import { type Memory, pageMemory } from '../storage'
import { FakeWire, allOn, named, settled, welcome } from './wire'

export const code = 'abc-def-234'
export const muted = { ...allOn, microphone: { available: true, enabled: false } }

/** A tab of Ben's browser. */
export class Tab {
  readonly wires: FakeWire[] = []
  readonly source = new FakeSource()
  readonly peers = new FakePeers('ben')
  readonly preferences = new Preferences(pageMemory())
  readonly seats: Seats
  readonly meeting: Meeting

  constructor(memory: Memory = pageMemory(), more: Partial<Surroundings> = {}) {
    this.seats = new Seats(memory)
    const show = (track: MediaStreamTrack) => new FakeStream([track as unknown as FakeTrack]).real
    this.meeting = new Meeting(code, {
      host: null,
      reach: () => Promise.resolve(null),
      onover: () => undefined,
      onchange: () => undefined,
      onevent: () => undefined,
      wire: () => {
        this.wires.push(new FakeWire())
        return this.wire
      },
      peers: this.peers,
      files: noFiles,
      iceServers: () => [],
      devices: new Devices(this.source, this.preferences, show),
      preferences: this.preferences,
      seats: this.seats,
      ...more,
    })
    this.meeting.enter()
  }

  /** The line to the server, as it was opened last. */
  get wire(): FakeWire {
    const wire = this.wires.at(-1)
    if (wire === undefined) throw new Error('A meeting dials at once.')
    return wire
  }

  get phase(): string {
    return this.meeting.phase.name
  }

  get notices(): string[] {
    return this.meeting.room.notices.list.map(({ text }) => text)
  }

  last<T extends NativeRequest['type']>(type: T) {
    return this.wire.asked(type).at(-1)
  }
}

export const roster: NativeEvent = {
  type: 'roster',
  participants: [named(1, 'Ada')],
  mustAsk: false,
  locked: false,
  mayRead: false,
}

/** Ben stands at the door. */
export async function greenRoom(memory?: Memory, more?: Partial<Surroundings>): Promise<Tab> {
  const tab = new Tab(memory, more)
  await settled()
  await tab.wire.connect()
  await tab.wire.tell(roster)
  return tab
}

/** Ben is in, with Ada. */
export async function inCall(more: Parameters<typeof welcome>[0] = {}): Promise<Tab> {
  const tab = await greenRoom()
  await tab.meeting.join('Ben')
  await tab.wire.tell(welcome(more))
  return tab
}
