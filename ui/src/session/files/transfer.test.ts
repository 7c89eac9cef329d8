import { describe, expect, it, vi } from 'vitest'

import { settled } from '../testing/wire'
import { Arrival } from './arrival.svelte'
import { BLOCK, WINDOW } from './bounds'
import { Incoming } from './incoming'
import { Outgoing, type Source } from './outgoing.svelte'
import { FakeSink, FakeWay, fakeDigest, sha256 } from './testing/files'

vi.setConfig({ testTimeout: 30_000 })

const SIZE = 3 * BLOCK + 4321

function noise(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at++) bytes[at] = (at * 31 + (at >> 8)) % 251
  return bytes
}

/** Waits, also on a busy computer, until it is so. */
function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 1 })
}

/** A file on its way from one page to another. */
class Scene {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sink = new FakeSink()
  readonly arrival: Arrival
  readonly incoming: Incoming
  readonly outgoing: Outgoing
  /** Through which they are connected now. */
  way: FakeWay | null = null
  /** Through how many bytes the next ways last. */
  lasting: number[] = []
  ways = 0
  /** How many bytes get through the next ways before the others wait. */
  room = Number.POSITIVE_INFINITY

  constructor(size = SIZE, source?: Source) {
    this.bytes = source === undefined ? noise(size) : new Uint8Array()
    const file = source ?? new Blob([this.bytes])
    this.outgoing = new Outgoing(2, file, fakeDigest(), () => undefined)
    this.arrival = new Arrival(size, this.sink, () => undefined)
    this.incoming = new Incoming(this.arrival, (listener) => {
      this.way = new FakeWay(listener, this.outgoing)
      this.ways++
      const [here, there] = this.way.ends
      there.last = this.lasting.shift() ?? Number.POSITIVE_INFINITY
      there.room = this.room
      this.outgoing.follow(there)
      return here
    })
    this.outgoing.begin()
  }

  begin(): this {
    this.incoming.reach()
    return this
  }

  /** Some of it is there, and the rest waits. */
  async some(): Promise<this> {
    this.room = 500_000
    this.begin()
    await eventually(() => expect(this.arrival.received).toBeGreaterThan(480_000))
    this.room = Number.POSITIVE_INFINITY
    return this
  }

  release(): void {
    this.way?.ends[1].release()
  }

  until(state: Arrival['state']): Promise<void> {
    return eventually(() => expect(this.arrival.state).toBe(state))
  }

  get arrived(): string {
    return sha256(this.sink.bytes)
  }
}

async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await settled()
}

describe('a file that goes across', () => {
  it('arrives whole, and both know it', async () => {
    const scene = new Scene().begin()
    await scene.until('whole')
    await eventually(() => expect(scene.outgoing.state).toBe('sent'))
    expect(scene.arrived).toBe(sha256(scene.bytes))
    expect(scene.sink.kept).toBe(true)
    expect(scene.arrival.file?.size).toBe(SIZE)
  })

  it('may have no bytes at all', async () => {
    const scene = new Scene(0).begin()
    await scene.until('whole')
  })

  it('does not go before it is asked for, nor before its turn', async () => {
    const scene = new Scene()
    await rest()
    expect(scene.outgoing.state).toBe('waiting')
    expect(scene.arrival.received).toBe(0)
  })

  it('goes on where it stopped, however often the way breaks', async () => {
    const scene = new Scene()
    scene.lasting = [1, 200_000, BLOCK + 5000, 777_000]
    scene.begin()
    while (scene.arrival.state !== 'whole') {
      await new Promise((resolve) => setTimeout(resolve, 1))
      scene.incoming.reach()
    }
    expect(scene.ways).toBe(5)
    expect(scene.sink.bytes.length, 'no byte came twice').toBe(SIZE)
    expect(scene.arrived).toBe(sha256(scene.bytes))
  })

  it('is paused and goes on by either side', async () => {
    const scene = await new Scene().some()
    scene.incoming.pause()
    await eventually(() => expect(scene.outgoing.state).toBe('paused'))
    scene.release()
    await rest()
    expect(scene.arrival.received, 'and one piece that was on its way').toBeLessThan(520_000)
    scene.way?.ends[1].hold(500_000)
    scene.outgoing.go()
    await scene.until('coming')
    await eventually(() => expect(scene.arrival.received).toBeGreaterThan(900_000))
    scene.outgoing.pause()
    await scene.until('paused')
    scene.release()
    await rest()
    expect(scene.arrival.received).toBeLessThan(1_050_000)
    scene.incoming.go()
    await scene.until('whole')
    expect(scene.arrived).toBe(sha256(scene.bytes))
  })

  it('stays paused over a broken way', async () => {
    const scene = await new Scene().some()
    scene.outgoing.pause()
    await scene.until('paused')
    scene.way?.cut()
    await scene.until('lost')
    scene.incoming.reach()
    await scene.until('paused')
    expect(scene.outgoing.state).toBe('paused')
    scene.incoming.go()
    await scene.until('whole')
  })

  it('waits for the disk of the receiver', async () => {
    const scene = new Scene(WINDOW + 2 * BLOCK, new Blob([new Uint8Array(WINDOW + 2 * BLOCK)]))
    const held = vi.spyOn(scene.sink, 'write').mockReturnValue(new Promise(() => undefined))
    scene.begin()
    await eventually(() => expect(scene.arrival.received).toBeGreaterThanOrEqual(WINDOW))
    await rest()
    expect(scene.arrival.received).toBeLessThan(WINDOW + BLOCK)
    expect(held).toHaveBeenCalledTimes(1)
  })
})

describe('a file that does not arrive', () => {
  it('is cancelled by the receiver', async () => {
    const scene = await new Scene().some()
    await scene.incoming.cancel()
    await eventually(() => expect(scene.outgoing.state).toBe('stopped'))
    expect(scene.outgoing.reason).toBe('cancelled')
    expect(scene.sink.discarded).toBe(true)
  })

  it('is cancelled by the sender', async () => {
    const scene = await new Scene().some()
    scene.outgoing.stop('cancelled')
    await scene.until('stopped')
    expect(scene.arrival.end).toBe('cancelled')
  })

  it('is said to be changed when it cannot be read any more', async () => {
    const bytes = noise(SIZE)
    const whole = new Blob([bytes])
    const changing: Source = {
      size: SIZE,
      slice: (from, to) => (from === 0 ? whole.slice(from, to) : whole.slice(0, 1)),
    }
    const scene = new Scene(SIZE, changing).begin()
    await scene.until('stopped')
    expect(scene.arrival.end).toBe('changed')
    expect(scene.outgoing.reason).toBe('changed')
  })

  it('is damaged if its checksum is another', async () => {
    const scene = new Scene()
    vi.spyOn(scene.sink, 'hash').mockResolvedValue('0'.repeat(64))
    scene.begin()
    await scene.until('damaged')
    await eventually(() => expect(scene.outgoing.state).toBe('damaged'))
    expect([scene.sink.kept, scene.sink.discarded]).toEqual([false, true])
  })

  it('stops when the disk is full, and says so to both', async () => {
    const scene = new Scene()
    scene.sink.room = BLOCK
    scene.begin()
    await scene.until('stopped')
    expect(scene.arrival.end).toBe('disk')
    await eventually(() => expect(scene.outgoing.state).toBe('stopped'))
  })

  it('is none if more comes than was offered', async () => {
    const scene = new Scene(1000)
    await scene.arrival.take(new ArrayBuffer(1001))
    expect([scene.arrival.state, scene.arrival.end]).toEqual(['stopped', 'gone'])
    expect(scene.sink.parts).toEqual([])
  })

  it('is not sent from where nothing was sent before', () => {
    const scene = new Scene()
    scene.outgoing.onnote('{"type":"ask","from":5000,"paused":false}')
    expect([scene.outgoing.state, scene.outgoing.reason]).toEqual(['stopped', 'gone'])
  })
})
