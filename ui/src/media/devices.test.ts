import { beforeEach, describe, expect, it, vi } from 'vitest'

import { Preferences } from '../session/preferences.svelte'
import { pageMemory } from '../session/storage'
import { Devices } from './devices.svelte'
import { FakeStream, FakeTrack } from './testing/peers'
import { FakeSource } from './testing/source'

let source: FakeSource
let preferences: Preferences
let devices: Devices

beforeEach(() => {
  source = new FakeSource()
  preferences = new Preferences(pageMemory())
  devices = devicesOf(source)
})

function devicesOf(source: FakeSource | null): Devices {
  const show = (track: MediaStreamTrack) => new FakeStream([track as unknown as FakeTrack]).real
  return new Devices(source, preferences, show)
}

const on = { available: true, enabled: true }
const off = { available: true, enabled: false }
const none = { available: false, enabled: false }

describe('devices', () => {
  it('ask for microphone and camera at once', async () => {
    await devices.start()
    expect(source.asked).toHaveLength(1)
    expect(devices.media).toEqual({ microphone: on, camera: on, screen: false })
    expect(devices.cameras).toEqual([{ id: 'cam', label: 'Webcam' }])
    expect(devices.microphones, 'the browser may tell no name').toEqual([{ id: 'mic', label: '' }])
  })

  it('start as the user left them', async () => {
    preferences.cameraOn = false
    await devices.start()
    expect(source.asked).toMatchObject([{ audio: {} }])
    expect(devices.media).toEqual({ microphone: on, camera: off, screen: false })
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'missing'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed'],
  ])('are used as far as they work: %s', async (name, problem) => {
    source.broken.video = name
    await devices.start()
    expect(devices.media).toEqual({ microphone: on, camera: none, screen: false })
    expect(devices.camera.problem).toBe(problem)
    expect(source.live('audio')).toHaveLength(1)
  })

  it('cannot be had on a page that is not secure', async () => {
    devices = devicesOf(null)
    await devices.start()
    expect(devices.media).toEqual({ microphone: none, camera: none, screen: false })
    expect(devices.microphone.problem).toBe('insecure')
    expect(await devices.toggleScreen()).toBe('insecure')
  })

  it('can be tried again', async () => {
    source.broken.video = 'NotReadableError'
    await devices.start()
    delete source.broken.video
    await devices.toggleCamera()
    expect(devices.camera.on).toBe(true)
    expect(devices.camera.problem).toBeNull()
  })

  it('let the camera go when it is off, and keep the microphone silent', async () => {
    await devices.start()
    await devices.toggleCamera()
    expect(source.live('video'), 'so that its light goes out').toEqual([])
    expect(devices.camera.track).toBeNull()
    await devices.toggleMicrophone()
    expect(source.live('audio')[0]?.enabled).toBe(false)
    expect(preferences.microphoneOn).toBe(false)
    await devices.toggleMicrophone()
    expect(devices.microphone.track?.enabled).toBe(true)
    expect(source.opened, 'the same track goes on').toHaveLength(2)
  })

  it('stop what comes when it is not wanted any more', async () => {
    let answer: () => void = () => undefined
    source.pending = new Promise((resolve) => (answer = resolve))
    const starting = devices.start()
    expect(devices.camera.on, 'it is switched on while it opens').toBe(true)
    await devices.camera.set(false)
    answer()
    await starting
    expect(source.live('video')).toEqual([])
    expect(source.live('audio')).toHaveLength(1)
  })

  it('open another one when it is chosen', async () => {
    await devices.start()
    await devices.chooseCamera('other')
    expect(source.asked.at(-1)).toMatchObject({ video: { deviceId: { ideal: 'other' } } })
    expect(source.live('video')).toHaveLength(1)
    expect(preferences.cameraId).toBe('other')
  })

  it('stay closed when another one is chosen while they are off', async () => {
    preferences.cameraOn = false
    await devices.start()
    await devices.chooseCamera('other')
    expect(source.live('video')).toEqual([])
  })

  it('fall back to another one when theirs is unplugged', async () => {
    await devices.start()
    source.live('audio')[0]?.end()
    await vi.waitFor(() => {
      expect(source.live('audio')).toHaveLength(1)
    })
    source.broken.audio = 'NotFoundError'
    source.live('audio')[0]?.end()
    await vi.waitFor(() => {
      expect(devices.microphone.problem).toBe('missing')
    })
    expect(devices.media.microphone).toEqual(none)
  })

  it('start to work when they are plugged in', async () => {
    source.broken.video = 'NotFoundError'
    await devices.start()
    delete source.broken.video
    source.plug()
    await vi.waitFor(() => {
      expect(devices.camera.track).not.toBeNull()
    })
  })

  it('share the screen until it is stopped, here or by the browser', async () => {
    expect(await devices.toggleScreen()).toBeNull()
    expect(devices.media.screen).toBe(true)
    source.live('video')[0]?.end()
    expect(devices.media.screen).toBe(false)
    await devices.toggleScreen()
    await devices.toggleScreen()
    expect(source.live('video')).toEqual([])
  })

  it('do not mind when the user shares nothing after all', async () => {
    source.broken.screen = 'NotAllowedError'
    expect(await devices.toggleScreen()).toBeNull()
    source.broken.screen = 'NotReadableError'
    expect(await devices.toggleScreen()).toBe('busy')
  })

  it('are all let go at the end', async () => {
    await devices.start()
    await devices.toggleScreen()
    devices.stop()
    expect(source.opened.every(({ readyState }) => readyState === 'ended')).toBe(true)
    expect(devices.media).toEqual({ microphone: off, camera: off, screen: false })
  })
})
