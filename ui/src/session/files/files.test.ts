import { describe, expect, it } from 'vitest'

import type { PipeListener } from '../../media/pipe'
import type { FileOffer } from '../../protocol/FileOffer'
import { Tab } from '../testing/tab'
import { ada, welcome } from '../testing/wire'
import { MOST_AT_ONCE, MOST_BYTES } from './bounds'
import { FakePipe, FakeSink, noFiles } from './testing/files'

function offered(id: number, more: Partial<FileOffer> = {}): FileOffer {
  const from = { id: ada.id, name: ada.name }
  const base = { id, from, to: null, name: `${id}.txt`, size: 5, kind: '', at: id, mark: 0 }
  return { ...base, keeping: 'not', mine: false, ...more }
}

const mine = (id: number, more: Partial<FileOffer> = {}) =>
  offered(id, { from: { id: 2, name: 'Ben' }, mine: true, ...more })

async function inCall(): Promise<Tab> {
  const tab = new Tab(undefined, {
    files: { ...noFiles, openSink: () => Promise.resolve(new FakeSink()) },
  })
  await tab.wire.connect()
  await tab.wire.tell(welcome())
  return tab
}

function told(tab: Tab): string[] {
  return tab.meeting.room.notices.list.map(({ text }) => text)
}

describe('the list of offers', () => {
  it('counts what is new until one looks', async () => {
    const tab = await inCall()
    const { room } = tab.meeting
    await tab.wire.tell({ type: 'fileOffered', offer: offered(1) })
    await tab.wire.tell({ type: 'fileOffered', offer: mine(2) })
    expect([room.offers.all.length, room.unread]).toEqual([2, 1])
    expect(told(tab)).toContain('Ada offers 1.txt')
    room.chat.open = true
    expect(room.unread).toBe(0)
    await tab.wire.tell({ type: 'fileOffered', offer: offered(3) })
    expect(room.unread, 'it is on the screen').toBe(0)
    await tab.wire.tell({ type: 'fileWithdrawn', file: 1 })
    await tab.wire.tell({ type: 'fileKept', file: 3 })
    expect(room.offers.all.map(({ id, keeping }) => [id, keeping])).toEqual([
      [2, 'not'],
      [3, 'kept'],
    ])
    expect(room.welcome?.files.length, 'another window is shown them').toBe(2)
  })

  it('does not count what was there before one came', async () => {
    const tab = new Tab()
    await tab.wire.connect()
    await tab.wire.tell(welcome({ files: [offered(1)] }))
    expect(tab.meeting.room.unread).toBe(0)
  })
})

describe('offering', () => {
  it('asks the meeting, and refuses what is too large here', async () => {
    const tab = await inCall()
    const large = new File([], 'large.bin')
    Object.defineProperty(large, 'size', { value: MOST_BYTES + 1 })
    await tab.meeting.files.offer(
      [large, new File(['hello'], 'a.txt', { type: 'text/plain' })],
      1,
      false,
    )
    const [asked, ...more] = tab.wire.asked('offerFile')
    expect(more).toEqual([])
    expect(asked).toMatchObject({ to: 1, name: 'a.txt', size: 5, kind: 'text/plain', keep: false })
    expect(told(tab)).toContain('large.bin is too large. A file may have 2 GB at most.')
  })

  it('says why the meeting refused', async () => {
    const tab = await inCall()
    tab.wire.refusals.offerFile = 'too_many_files'
    await tab.meeting.files.offer([new File(['a'], 'a'), new File(['b'], 'b')], null, false)
    expect(tab.wire.asked('offerFile'), 'the next would be refused, too').toHaveLength(1)
    expect(told(tab)).toContain('Too many files are offered. Take one back first.')
  })

  it('takes back after a reload what cannot be read any more', async () => {
    const tab = new Tab()
    await tab.wire.connect()
    await tab.wire.tell(welcome({ files: [mine(1), mine(2, { keeping: 'kept' }), offered(3)] }))
    expect(tab.wire.asked('withdrawFile').map(({ file }) => file)).toEqual([1])
  })
})

describe('ways for files', () => {
  async function offering(to: FileOffer['to'] = null): Promise<Tab> {
    const tab = await inCall()
    await tab.meeting.files.offer([new File(['hello'], 'a.txt')], to?.id ?? null, false)
    const mark = tab.wire.asked('offerFile')[0]?.mark ?? 0
    await tab.wire.tell({ type: 'fileOffered', offer: mine(1, { mark, to }) })
    return tab
  }

  /** What is noted to who opens a way. */
  function open(tab: Tab, from: number, label: string): string[] {
    const notes: string[] = []
    tab.meeting.files.opened(from, label, (listener: PipeListener) => {
      const pipe = new FakePipe()
      pipe.note = (text) => notes.push(text)
      queueMicrotask(() => {
        listener.onopen()
      })
      return pipe
    })
    return notes
  }

  it('lead to those to whom it is offered alone', async () => {
    const tab = await offering({ id: 1, name: 'Ada' })
    expect(open(tab, 1, 'file/1')).toEqual([])
    for (const [from, label] of [
      [3, 'file/1'],
      [1, 'file/9'],
      [1, 'file/'],
      [1, 'other'],
    ] as const) {
      expect(open(tab, from, label), label).toEqual(['{"type":"stop","reason":"gone"}'])
    }
    expect(tab.meeting.files.outgoing(1).map(({ who }) => who)).toEqual([1])
  })

  it('wait for their turn when many ask', async () => {
    const tab = await offering()
    for (let who = 10; who < 20; who++) {
      open(tab, who, 'file/1')
      tab.meeting.files.outgoing(1).at(-1)?.onnote('{"type":"ask","from":0,"paused":true}')
    }
    const going = tab.meeting.files.outgoing(1).filter(({ state }) => state === 'paused')
    expect(going.length).toBe(MOST_AT_ONCE)
    going[0]?.stop('cancelled')
    const now = tab.meeting.files.outgoing(1).filter(({ state }) => state === 'paused')
    expect(now.map(({ who }) => who)).toEqual([11, 12, 13, 14])
  })

  it('end when the file is taken back, or the other one leaves', async () => {
    const tab = await offering()
    open(tab, 1, 'file/1')
    open(tab, 3, 'file/1')
    const [toAda, toCat] = tab.meeting.files.outgoing(1)
    await tab.wire.tell({ type: 'left', who: 3, departure: 'left' })
    expect([toAda?.state, toCat?.state]).toEqual(['waiting', 'stopped'])
    await tab.wire.tell({ type: 'fileWithdrawn', file: 1 })
    expect(toAda?.state).toBe('stopped')
  })

  it('are so many at once and no more for what arrives', async () => {
    const tab = await inCall()
    for (let id = 1; id <= MOST_AT_ONCE + 1; id++) {
      await tab.wire.tell({ type: 'fileOffered', offer: offered(id) })
      await tab.meeting.files.accept(offered(id))
    }
    expect(tab.meeting.files.arrivals.all).toHaveLength(MOST_AT_ONCE)
    expect(told(tab)).toContain('4 files arrive already. Wait until one is there.')
    await tab.wire.tell({ type: 'fileWithdrawn', file: 1 })
    expect(tab.meeting.files.arrivals.find(1)?.end, 'who offered it has left').toBe('gone')
  })
})
