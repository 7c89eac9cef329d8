import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeTrack } from '../testing/peers'
import { type Booth, Rehearsal } from './rehearsal.svelte'

const voice = new FakeTrack('audio').real

class FakeBooth implements Booth {
  readonly log: string[] = []
  broken = false
  end: () => void = () => undefined

  record(): ReturnType<Booth['record']> {
    if (this.broken) throw new Error('The test wants it so.')
    this.log.push('record')
    let finish: (sound: Blob) => void = () => undefined
    const result = new Promise<Blob>((resolve) => (finish = resolve))
    const stop = () => {
      this.log.push('recorded')
      finish(new Blob(['voice']))
    }
    return { result, stop }
  }

  play(sound: Blob, speaker: string): ReturnType<Booth['play']> {
    this.log.push(`play ${String(sound.size)} at ${speaker}`)
    const over = new Promise<void>((resolve) => (this.end = resolve))
    return { over, stop: () => this.log.push('silent') }
  }
}

let booth: FakeBooth
let rehearsal: Rehearsal

beforeEach(() => {
  vi.useFakeTimers()
  booth = new FakeBooth()
  rehearsal = new Rehearsal(booth)
})
afterEach(() => {
  vi.useRealTimers()
})

const begin = () => rehearsal.begin(voice, () => 'ears')

describe('a test of the voice', () => {
  it('records five seconds, plays them, and lets go', async () => {
    const over = begin()
    expect(rehearsal.state).toBe('recording')
    await vi.advanceTimersByTimeAsync(4900)
    expect(rehearsal.state).toBe('recording')
    await vi.advanceTimersByTimeAsync(200)
    expect(rehearsal.state).toBe('playing')
    booth.end()
    await over
    expect(rehearsal.state).toBe('idle')
    expect(booth.log).toEqual(['record', 'recorded', 'play 5 at ears', 'silent'])
  })

  it('plays nothing when it is stopped before', async () => {
    const over = begin()
    rehearsal.stop()
    await over
    expect(rehearsal.state).toBe('idle')
    expect(booth.log).toEqual(['record', 'recorded'])
  })

  it('is silent at once when it is stopped while it plays', async () => {
    void begin()
    await vi.advanceTimersByTimeAsync(5000)
    rehearsal.stop()
    expect([rehearsal.state, booth.log.at(-1)]).toEqual(['idle', 'silent'])
  })

  it('begins anew when it is asked for again', async () => {
    void begin()
    void begin()
    await vi.advanceTimersByTimeAsync(5000)
    expect(booth.log.filter((it) => it.startsWith('play'))).toHaveLength(1)
    expect(rehearsal.state).toBe('playing')
  })

  it('says so where it cannot be done', async () => {
    booth.broken = true
    await begin()
    expect(rehearsal.state).toBe('failed')
    booth.broken = false
    void begin()
    expect(rehearsal.state).toBe('recording')
  })
})
