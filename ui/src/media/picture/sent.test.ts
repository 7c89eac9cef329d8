import { beforeEach, expect, it, vi } from 'vitest'

import { FakeStream, FakeTrack } from '../testing/peers'
import { type Effects, NO_EFFECTS } from './effects'
import { SentPicture, type StudioEvents } from './sent.svelte'

class FakeStudio {
  readonly track = new FakeTrack('video', 'painted').real
  readonly changes: Effects[] = []
  closed = false

  constructor(
    readonly effects: Effects,
    readonly events: StudioEvents,
  ) {}

  change(effects: Effects): Promise<void> {
    this.changes.push(effects)
    return Promise.resolve()
  }

  close(): void {
    this.closed = true
  }
}

const studios: FakeStudio[] = []
const onchange = vi.fn()
const onfailed = vi.fn()
let sent: SentPicture

beforeEach(() => {
  studios.length = 0
  onchange.mockClear()
  onfailed.mockClear()
  sent = new SentPicture({
    open: async (_camera, effects, events) => {
      await Promise.resolve()
      const studio = new FakeStudio(effects, events)
      studios.push(studio)
      return studio
    },
    show: (track) => new FakeStream([track as unknown as FakeTrack]).real,
    onchange,
    onfailed,
  })
})

const settled = () => new Promise((resolve) => setTimeout(resolve))
const blur: Effects = { background: 'blurWeak', brightens: false }
const sea: Effects = { background: 'sea', brightens: false }
const bright: Effects = { background: 'none', brightens: true }

function camera(deviceId: string): MediaStreamTrack {
  const track = new FakeTrack('video', 'camera')
  track.getSettings = () => ({ deviceId, frameRate: 30 })
  return track.real
}

it('is the camera as it is, where nobody wants more', async () => {
  const plain = camera('one')
  sent.take(plain, NO_EFFECTS)
  await settled()
  expect([sent.track, studios.length]).toEqual([plain, 0])
})

it('shows nothing of a room before it is hidden', async () => {
  sent.take(camera('one'), blur)
  expect([sent.track, sent.stream]).toEqual([null, null])
  await settled()
  expect(sent.track).toBe(studios[0]?.track)
  expect(onchange).toHaveBeenCalledOnce()
})

it('is the camera until it is brighter, as that hides nothing', async () => {
  const plain = camera('one')
  sent.take(plain, bright)
  expect(sent.track).toBe(plain)
  sent.take(plain, blur)
  expect(sent.track, 'now something is to be hidden').toBeNull()
  await settled()
  expect(studios[0]?.changes, 'it opened as it was wanted before').toEqual([blur])
})

it('goes on with other effects, and closes without any', async () => {
  const plain = camera('one')
  sent.take(plain, blur)
  await settled()
  sent.take(plain, sea)
  sent.take(plain, sea)
  expect([studios.length, studios[0]?.changes]).toEqual([1, [sea]])
  sent.renew()
  expect(studios[0]?.changes, 'the picture itself is another').toEqual([sea, sea])
  sent.take(plain, NO_EFFECTS)
  expect([studios[0]?.closed, sent.track]).toEqual([true, plain])
})

it('closes what came too late, and hears no more of it', async () => {
  sent.take(camera('one'), blur)
  sent.take(null, blur)
  await settled()
  expect([studios[0]?.closed, sent.track]).toEqual([true, null])
  studios[0]?.events.onfailed()
  expect(onfailed).not.toHaveBeenCalled()
})

it('tells why it is painted no more, and whether that hid something', async () => {
  sent.take(camera('one'), blur)
  await settled()
  for (let second = 0; second < 4; second++) studios[0]?.events.onpace(60)
  expect(onfailed.mock.calls).toEqual([['slow', true]])
  expect([studios[0]?.closed, sent.track], 'the room stays unseen').toEqual([true, null])
})
