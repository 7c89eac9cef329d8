import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { Devices } from '../media/devices.svelte'
import { FakePeers, FakeStream, FakeTrack, agree } from '../media/testing/peers'
import { FakeSource } from '../media/testing/source'
import type { Participant } from '../protocol/Participant'
import { Call } from './call.svelte'
import { Preferences } from './preferences.svelte'
import { pageMemory } from './storage'
import { allOn, participant } from './testing/wire'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Someone in the meeting, in one life of their page after the other. */
class Client {
  readonly thrift = { savesData: false, pausesPictures: false }
  readonly as: Participant
  readonly room: Room
  devices = devices()
  peers: FakePeers
  call: Call
  // What they have not heard yet.
  readonly inbox: ((call: Call) => void)[] = []
  #pages = 1

  constructor(id: number, name: string, room: Room) {
    this.as = participant(id, name)
    this.room = room
    this.peers = new FakePeers(name)
    this.call = this.#open()
  }

  get name(): string {
    return this.as.name
  }

  /** Forgets everything, as a reloaded page does. */
  reload(): void {
    this.call.close()
    this.inbox.length = 0
    this.devices = devices()
    this.peers = new FakePeers(`${this.name}, page ${++this.#pages}, `)
    this.call = this.#open()
  }

  /** The connection to someone. */
  to(other: Client) {
    const [first, ...more] = this.peers.open.filter((connection) =>
      other.peers.open.some(
        ({ localDescription }) =>
          localDescription !== null && localDescription.sdp === connection.remoteDescription?.sdp,
      ),
    )
    if (first === undefined || more.length > 0) throw new Error('There is one for each.')
    return first
  }

  #open(): Call {
    return new Call({
      factory: this.peers,
      iceServers: () => ['stun:here'],
      devices: this.devices,
      thrift: () => this.thrift,
      signal: (to, payload) => {
        this.room.signal(this.as.id, to, payload)
      },
      ways: { opened: () => undefined, reached: () => undefined, lost: () => undefined },
    })
  }
}

function devices(): Devices {
  const show = (track: MediaStreamTrack) => new FakeStream([track as unknown as FakeTrack]).real
  return new Devices(new FakeSource(), new Preferences(pageMemory()), show)
}

/** A meeting as the server holds it: everyone hears everything in one order. */
class Room {
  readonly clients: Client[] = []

  enter(name: string): Client {
    const client = new Client(this.clients.length + 1, name, this)
    this.clients.push(client)
    this.#tellOthers(client, (call) => {
      call.joined(client.as)
    })
    this.welcome(client)
    return client
  }

  /** Someone's page was reloaded, and resumes anew. */
  reload(client: Client): void {
    client.reload()
    this.#tellOthers(client, (call) => {
      call.startedAnew(client.as.id)
    })
    this.welcome(client)
  }

  welcome(client: Client): void {
    const everyone = this.clients.map(({ as }) => as)
    client.inbox.push((call) => {
      call.welcome(client.as.id, everyone)
    })
  }

  signal(from: number, to: number, payload: unknown): void {
    const said: unknown = JSON.parse(JSON.stringify(payload))
    this.clients
      .find(({ as }) => as.id === to)
      ?.inbox.push((call) => {
        call.signalled(from, said)
      })
  }

  /** Lets one client hear what it has not heard. */
  async deliver(client: Client): Promise<void> {
    for (const tell of client.inbox.splice(0)) tell(client.call)
    await vi.advanceTimersByTimeAsync(0)
  }

  /** Lets everyone hear everything, until nobody says anything any more. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn++) {
      for (const client of this.clients) await this.deliver(client)
    }
    expect(this.clients.flatMap(({ inbox }) => inbox)).toEqual([])
  }

  #tellOthers(than: Client, tell: (call: Call) => void): void {
    for (const client of this.clients) if (client !== than) client.inbox.push(tell)
  }
}

/** Everyone has one connection to everyone else, and both ends agree. */
function expectMesh(room: Room): void {
  for (const one of room.clients) {
    expect(one.peers.open, one.name).toHaveLength(room.clients.length - 1)
    for (const other of room.clients) {
      if (one === other) continue
      const words = `${one.name} and ${other.name}`
      expect(agree(one.to(other), other.to(one)), words).toBe(true)
      expect(one.call.remote(other.as.id)?.camera, words).not.toBeNull()
    }
  }
}

describe('a call', () => {
  it('connects everyone with everyone, the newcomer offering', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    room.enter('Cleo')
    await room.settle()
    expectMesh(room)
    expect(ben.to(ada).localDescription?.type).toBe('offer')
    expect(ada.to(ben).configuration.iceServers).toEqual([{ urls: 'stun:here' }])
  })

  it('sends what the devices give, now and later', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await ben.devices.start()
    await room.settle()
    const sent = () => ben.to(ada).transceivers.map(({ sender }) => sender.track)
    expect(sent()).toEqual([ben.devices.microphone.track, ben.devices.camera.track, null, null])
    await ben.devices.camera.set(false)
    await ben.devices.toggleScreen()
    ben.call.refresh()
    const { microphone, screen } = ben.devices
    expect(sent()).toEqual([microphone.track, null, screen.track, null])
  })

  it('sends smaller pictures the more people come, and larger ones when they go', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await room.settle()
    const shrinks = (of: Client) =>
      of.peers.open.map(({ transceivers }) => transceivers[1]?.sender.shrink ?? 1)
    expect(shrinks(ada)).toEqual([1])
    const cleo = room.enter('Cleo')
    await room.settle()
    for (const one of [ada, ben, cleo]) expect(shrinks(one)).toEqual([2, 2])
    ada.call.left(cleo.as.id)
    expect(shrinks(ada)).toEqual([1])
  })

  it('sends pictures as large as they are looked at, and none that nobody sees', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    const cleo = room.enter('Cleo')
    await room.settle()
    const sent = (to: Client) => {
      const [, camera, screen] = ada.to(to).transceivers.map(({ sender }) => sender.shrink)
      return { camera, screen }
    }
    expect(sent(ben)).toEqual({ camera: 2, screen: 1 })
    cleo.call.want(() => ({ camera: 'none', screen: 'small' }))
    await room.settle()
    expect(sent(cleo)).toEqual({ camera: null, screen: 4 })
    expect(sent(ben), 'what Cleo does not take is Ben’s').toEqual({ camera: 1, screen: 1 })

    room.reload(ada)
    await room.settle()
    expect(sent(cleo), 'it is told again').toEqual({ camera: null, screen: 4 })
    const dan = room.enter('Dan')
    dan.call.want(() => ({ camera: 'small', screen: 'large' }))
    await room.settle()
    expect(sent(dan), 'also when one has just come').toEqual({ camera: 4, screen: 1 })
  })

  it('saves data both ways while that is wanted', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await room.settle()
    const sent = (from: Client, to: Client) => from.to(to).transceivers[1]?.sender.shrink
    expect([sent(ada, ben), sent(ben, ada)]).toEqual([1, 1])
    ada.thrift.savesData = true
    ada.call.save()
    await room.settle()
    expect([sent(ada, ben), sent(ben, ada)]).toEqual([4, 4])
    ada.thrift.pausesPictures = true
    ada.call.save()
    await room.settle()
    expect([sent(ada, ben), sent(ben, ada)], 'none comes').toEqual([4, null])
    ada.thrift.savesData = false
    ada.call.save()
    await room.settle()
    expect([sent(ada, ben), sent(ben, ada)]).toEqual([1, 1])
  })

  it('says how large pictures are shown once, and not to those who would not know', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    room.enter('Ben')
    await room.settle()
    ada.call.joined(participant(9, 'Older'))
    const said = vi.spyOn(room, 'signal')
    for (let again = 0; again < 3; again++) {
      ada.call.want(() => ({ camera: 'small', screen: 'large' }))
    }
    expect(said.mock.calls.map(([, to]) => to)).toEqual([2])
    await room.settle()
  })

  it('starts again with someone who reloaded', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    room.enter('Ben')
    room.enter('Cleo')
    await room.settle()
    room.reload(ada)
    await room.settle()
    expectMesh(room)
    expect(ada.to(room.clients[1] ?? ada).localDescription?.type).toBe('offer')
  })

  it('starts again when both reloaded, whoever hears what first', async () => {
    for (const order of [0, 1]) {
      const room = new Room()
      const ada = room.enter('Ada')
      const ben = room.enter('Ben')
      await room.settle()
      room.reload(ada)
      // Ada offers to Ben, whose page was reloaded just then or just after.
      if (order === 0) await room.deliver(ada)
      room.reload(ben)
      await room.deliver(order === 0 ? ben : ada)
      await room.settle()
      expectMesh(room)
    }
  })

  it('drops an offer from before the other heard one’s own', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await room.settle()
    room.reload(ada)
    room.reload(ben)
    // Ada offers before she hears that Ben started anew.
    const [welcomed] = ada.inbox.splice(0, 1)
    welcomed?.(ada.call)
    await vi.advanceTimersByTimeAsync(0)
    await room.settle()
    expectMesh(room)
  })

  it('drops what was meant for a past life', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await room.settle()
    const before = ada.to(ben)
    const offer = { type: 'offer', sdp: JSON.stringify({ by: 'old', number: 1, kinds: [] }) }
    ada.call.signalled(2, { description: offer, instance: 'ben', peer: 'ada long ago' })
    await room.settle()
    expect(ada.to(ben)).toBe(before)
    expectMesh(room)
  })

  it('starts again with someone who names another life', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await room.settle()
    const before = ada.to(ben)
    ada.call.signalled(2, { candidate: null, instance: 'another', peer: null })
    expect(before.closed, 'only an offer starts anything').toBe(false)
    const sdp = JSON.stringify({ by: 'another', number: 1, kinds: ['audio'] })
    const offer = { description: { type: 'offer', sdp }, instance: 'another', peer: null }
    ada.call.signalled(2, offer)
    expect(before.closed).toBe(true)
    expect(ada.peers.open).toHaveLength(1)
  })

  it('ignores strangers and nonsense', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    room.enter('Ben')
    await room.settle()
    ada.call.signalled(7, { description: { type: 'offer', sdp: '{}' }, instance: 'x', peer: null })
    ada.call.signalled(2, 'nonsense')
    ada.call.signalled(2, { description: { type: 'offer', sdp: 'v=0' } })
    vi.spyOn(console, 'debug').mockReturnValue()
    await room.settle()
    expect(ada.peers.open).toHaveLength(1)
  })

  it('closes the connection to someone who left', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    room.enter('Ben')
    await room.settle()
    ada.call.left(2)
    expect(ada.peers.open).toEqual([])
    expect(ada.call.remote(2)).toBeNull()
  })

  it('mends what is broken, when the network is another one', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await room.settle()
    ada.to(ben).becomes('connected')
    expect(ada.call.remote(2)?.state).toBe('connected')
    ada.to(ben).becomes('disconnected')
    expect(ada.call.remote(2)?.state).toBe('reconnecting')
    ada.call.revive()
    ben.call.revive()
    await room.settle()
    expect(ada.to(ben).restarts).toBe(1)
    expectMesh(room)
  })
})

describe('an older client, which names no life of its own', () => {
  it('is talked to anew when its offer is of another connection', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    await room.settle()
    ada.call.joined(participant(2, 'Ben'))
    const offer = async (certificate: string) => {
      const kinds = ['audio', 'video']
      const sdp = JSON.stringify({ kinds, fingerprint: `a=fingerprint:sha-256 ${certificate}` })
      ada.call.signalled(2, { description: { type: 'offer', sdp } })
      await vi.advanceTimersByTimeAsync(0)
    }
    await offer('AA:AA')
    const [first] = ada.peers.open
    expect(first?.localDescription?.type).toBe('answer')

    await offer('AA:AA')
    expect(ada.peers.open, 'the same one negotiates again').toEqual([first])
    await offer('BB:BB')
    expect(first?.closed).toBe(true)
    expect(ada.peers.open.map((it) => it.localDescription?.type)).toEqual(['answer'])
  })
})

describe('what arrives', () => {
  it('is heard and seen only as far as the server says it is on', async () => {
    const room = new Room()
    const ada = room.enter('Ada')
    const ben = room.enter('Ben')
    await room.settle()
    const remote = ada.call.remote(2)
    const track = (index: number) => ada.to(ben).transceivers[index]?.receiver.track
    expect(remote?.audio).not.toBeNull()
    expect(remote?.screen, 'not shared').toBeNull()
    expect([0, 1, 2].map((index) => track(index)?.enabled)).toEqual([true, true, false])

    const off = { available: true, enabled: false }
    ada.call.mediaChanged(2, { microphone: off, camera: off, screen: true })
    expect([remote?.audio, remote?.camera]).toEqual([null, null])
    expect(remote?.screen).not.toBeNull()
    expect([0, 1, 2].map((index) => track(index)?.enabled)).toEqual([false, false, true])
    ada.call.mediaChanged(2, allOn)
    expect(track(0)?.enabled).toBe(true)
  })
})
