import { beforeEach, describe, expect, it, vi } from 'vitest'

import { FakeTrack } from '../testing/peers'
import { type Processor, SentSound } from './sent.svelte'

interface FakeProcessor extends Processor {
  running: boolean
  closed: boolean
  change: () => void
}

const opened: FakeProcessor[] = []
let broken = false
const onchange = vi.fn()
const onfailed = vi.fn()
const microphone = new FakeTrack('audio', 'microphone').real

beforeEach(() => {
  opened.length = 0
  broken = false
  onchange.mockClear()
  onfailed.mockClear()
})

function sound(): SentSound {
  const denoise = async (_track: MediaStreamTrack, change: () => void): Promise<Processor> => {
    await Promise.resolve()
    if (broken) throw new Error('The test wants it so.')
    const processor: FakeProcessor = {
      track: new FakeTrack('audio', 'processed').real,
      running: true,
      closed: false,
      close() {
        this.closed = true
      },
      change,
    }
    opened.push(processor)
    return processor
  }
  return new SentSound({ denoise, onchange, onfailed })
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the sound that is sent', () => {
  it('is the microphone as it is, where nobody wants more', async () => {
    const sent = sound()
    sent.take(microphone, false)
    await settled()
    expect(sent.track).toBe(microphone)
    expect(opened, 'nothing is loaded').toEqual([])
  })

  it('is the microphone until the processor is there', async () => {
    const sent = sound()
    sent.take(microphone, true)
    expect(sent.track).toBe(microphone)
    await settled()
    expect(sent.track).toBe(opened[0]?.track)
    expect(onchange).toHaveBeenCalledOnce()
  })

  it('is the microphone while the browser keeps the processor still', async () => {
    const sent = sound()
    sent.take(microphone, true)
    await settled()
    const [processor] = opened
    if (processor === undefined) throw new Error('It was opened.')
    processor.running = false
    processor.change()
    expect(sent.track).toBe(microphone)
    processor.running = true
    processor.change()
    expect(sent.track).toBe(processor.track)
  })

  it('is the microphone where the browser cannot, and that is told', async () => {
    broken = true
    const sent = sound()
    sent.take(microphone, true)
    await settled()
    expect(sent.track).toBe(microphone)
    expect(onfailed).toHaveBeenCalledOnce()
  })

  it('lets go of what is not wanted any more, even while it opens', async () => {
    const sent = sound()
    sent.take(microphone, true)
    sent.take(microphone, false)
    await settled()
    expect([sent.track, opened[0]?.closed]).toEqual([microphone, true])
    sent.take(microphone, true)
    await settled()
    sent.take(null, true)
    expect([sent.track, opened[1]?.closed]).toEqual([null, true])
  })

  it('opens nothing anew for what it has', async () => {
    const sent = sound()
    sent.take(microphone, true)
    await settled()
    sent.take(microphone, true)
    await settled()
    expect(opened).toHaveLength(1)
  })
})
