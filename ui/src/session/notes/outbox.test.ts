import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Failure, Reply } from '../failure'
import { settled } from '../testing/wire'
import { Outbox } from './outbox'

const bytes = (...numbers: number[]) => Uint8Array.from(numbers)
const merge = (updates: Uint8Array[]) => bytes(...updates.flatMap((update) => [...update]))

/** An outbox, what was sent from it, and what the server answers. */
function scene() {
  const sent: number[][] = []
  const answers: ((reply: Reply) => void)[] = []
  const refused: Failure['code'][] = []
  const outbox = new Outbox({
    merge,
    send: (update) => {
      sent.push([...update])
      return new Promise((answer) => answers.push(answer))
    },
    onrefused: ({ code }) => refused.push(code),
  })
  const answer = async (code?: Failure['code']) => {
    answers.shift()?.(
      code === undefined ? { ok: true } : { ok: false, error: { code, message: '' } },
    )
    await settled()
  }
  return { outbox, sent, refused, answer }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what one wrote', () => {
  it('is sent a few times a second, all of it at once', () => {
    const { outbox, sent } = scene()
    outbox.add(bytes(1))
    vi.advanceTimersByTime(100)
    outbox.add(bytes(2))
    expect(sent).toEqual([])
    vi.advanceTimersByTime(50)
    expect(sent).toEqual([[1, 2]])
  })

  it('waits for the answer to what went before', async () => {
    const { outbox, sent, answer } = scene()
    outbox.add(bytes(1))
    vi.advanceTimersByTime(150)
    outbox.add(bytes(2))
    vi.advanceTimersByTime(1000)
    expect(sent).toEqual([[1]])
    await answer()
    vi.advanceTimersByTime(150)
    expect(sent).toEqual([[1], [2]])
    await answer()
    expect(outbox.empty).toBe(true)
  })

  it('is sent again as it was when nobody answered', async () => {
    const { outbox, sent, answer } = scene()
    outbox.add(bytes(1))
    vi.advanceTimersByTime(150)
    outbox.add(bytes(2))
    await answer('unreachable')
    vi.advanceTimersByTime(1000)
    expect(sent, 'the server may have heard it').toEqual([[1], [1]])
    await answer()
    vi.advanceTimersByTime(150)
    expect(sent.at(-1)).toEqual([2])
  })

  it('is given up with what builds on it when it is refused', async () => {
    const { outbox, sent, refused, answer } = scene()
    outbox.add(bytes(1))
    vi.advanceTimersByTime(150)
    outbox.add(bytes(2))
    await answer('notes_full')
    vi.advanceTimersByTime(5000)
    expect([refused, sent, outbox.empty]).toEqual([['notes_full'], [[1]], true])
  })

  it('waits while nobody is there who would hear it', async () => {
    const { outbox, sent } = scene()
    outbox.add(bytes(1))
    outbox.pause()
    outbox.add(bytes(2))
    vi.advanceTimersByTime(5000)
    expect(sent).toEqual([])
    outbox.resume()
    await settled()
    expect(sent).toEqual([[1, 2]])
  })
})
