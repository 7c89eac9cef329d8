import { beforeEach, describe, expect, it, vi } from 'vitest'

import { Preferences } from '../session/preferences.svelte'
import { pageMemory } from '../session/storage'
import { Devices } from './devices.svelte'
import type { OpenStudio, StudioEvents } from './picture/sent.svelte'
import { displayOptions } from './screen.svelte'
import { FakeStream, FakeTrack } from './testing/peers'
import { FakeSource, device } from './testing/source'
import type { OpenProcessor } from './sound/sent.svelte'

let source: FakeSource
let preferences: Preferences
let devices: Devices

beforeEach(() => {
  source = new FakeSource()
  preferences = new Preferences(pageMemory())
  devices = devicesOf(source)
  painting = null
})

const denoise: OpenProcessor = () =>
  Promise.resolve({
    track: new FakeTrack('audio', 'without noise').real,
    running: true,
    close: () => undefined,
  })
let painting: { events: StudioEvents; track: MediaStreamTrack; closed: boolean } | null = null
const paint: OpenStudio = (_camera, _effects, events) => {
  const studio = {
    events,
    track: new FakeTrack('video', 'painted').real,
    closed: false,
    change: () => Promise.resolve(),
    close() {
      this.closed = true
    },
  }
  painting = studio
  return Promise.resolve(studio)
}
const cannot: OpenProcessor = () => Promise.reject(new Error('The test wants it so.'))

function devicesOf(source: FakeSource | null, processor = denoise): Devices {
  const show = (track: MediaStreamTrack) => new FakeStream([track as unknown as FakeTrack]).real
  return new Devices(source, preferences, show, { denoise: processor, paint, paints: true })
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

  it('share what sounds with the screen, as long as it does', async () => {
    source.sounds = true
    await devices.toggleScreen()
    const [sound] = source.live('audio')
    expect(devices.screen.sound).toBe(sound)
    expect(devices.screen.surface).toBe('window')
    const changed = vi.fn()
    devices.onchange = changed
    sound?.end()
    expect([devices.screen.sound, devices.screen.on]).toEqual([null, true])
    expect(changed).toHaveBeenCalledOnce()
    await devices.toggleScreen()
    await devices.toggleScreen()
    devices.screen.stop()
    expect(source.live('audio'), 'it ends with the picture').toEqual([])
  })

  it('share sharp text, or smooth movement if that is wanted', async () => {
    await devices.toggleScreen()
    const [screen] = source.live('video')
    expect(screen?.contentHint).toBe('detail')
    devices.shareMotion(true)
    expect(screen?.contentHint).toBe('motion')
    expect(screen?.constraints.frameRate).toEqual({ ideal: 30, max: 30 })
    await devices.toggleScreen()
    await devices.toggleScreen()
    expect(source.live('video')[0]?.contentHint, 'also the next time').toBe('motion')
  })

  it('ask for the sound of the system only where one’s own is left out', () => {
    expect(displayOptions({}).systemAudio).toBe('exclude')
    expect(displayOptions({ restrictOwnAudio: true }).systemAudio).toBe('include')
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

describe('noise around a microphone', () => {
  const asked = () => source.asked.at(-1)?.audio
  const echo = { echoCancellation: true }

  it('is left to the browser, unless the user likes it otherwise', async () => {
    await devices.start(true, false)
    expect(asked()).toMatchObject({ ...echo, noiseSuppression: true })
    await devices.chooseNoiseSuppression('off')
    expect(asked()).toMatchObject({ ...echo, noiseSuppression: false })
    expect(devices.sound).toBe(devices.microphone.track)
  })

  it('is taken out strongly, and then not by the browser too', async () => {
    await devices.start(true, false)
    await devices.chooseNoiseSuppression('strong')
    expect(asked(), 'the echo is still the browser’s').toMatchObject({
      ...echo,
      noiseSuppression: false,
    })
    await vi.waitFor(() => {
      expect(devices.sound?.label).toBe('without noise')
    })
    expect(source.live('audio'), 'one microphone is open').toHaveLength(1)
  })

  it('is left to the browser where nothing else can be done', async () => {
    devices = devicesOf(source, cannot)
    preferences.noiseSuppression = 'strong'
    await devices.start(true, false)
    await vi.waitFor(() => {
      expect(asked()).toMatchObject({ ...echo, noiseSuppression: true })
    })
    expect(devices.noiseSuppression).toBe('browser')
    expect(preferences.noiseSuppression, 'another browser may').toBe('strong')
    await vi.waitFor(() => {
      expect(devices.sound).toBe(devices.microphone.track)
    })
  })
})

describe('the picture', () => {
  const labels = () => [devices.picture.track?.label, devices.seen === null]
  const open = () =>
    vi.waitFor(() => {
      if (painting === null) throw new Error('It is not painted yet.')
      return painting
    })

  it('is the camera’s, unless something is to be done to it', async () => {
    await devices.start()
    expect(devices.picture.track).toBe(devices.camera.track)
    expect(painting, 'nothing is loaded').toBeNull()
  })

  it('is not sent before the room is hidden that is to be', async () => {
    preferences.background = 'blurWeak'
    const starting = devices.start()
    await vi.waitFor(() => {
      expect(devices.camera.track).not.toBeNull()
    })
    expect(labels()).not.toEqual(['video', false])
    await starting
    await open()
    expect(labels()).toEqual(['painted', false])
    devices.picture.chooseBackground('none')
    expect(labels()).toEqual(['video', false])
  })

  it('goes with the camera: unplugged, it is missing, with or without effects', async () => {
    preferences.background = 'sea'
    await devices.start()
    const studio = await open()
    source.broken.video = 'NotFoundError'
    source.live('video')[0]?.end()
    await vi.waitFor(() => {
      expect(devices.camera.problem).toBe('missing')
    })
    expect([devices.picture.track, devices.seen, studio.closed]).toEqual([null, null, true])
    delete source.broken.video
    source.plug()
    await vi.waitFor(() => {
      expect(labels()).toEqual(['painted', false])
    })
  })

  it('is off where the machine is too slow to hide the room, until one wants to be seen', async () => {
    preferences.background = 'blurStrong'
    await devices.start()
    const studio = await open()
    const why = vi.fn()
    devices.onunpainted = why
    for (let second = 0; second < 4; second++) studio.events.onpace(60)
    expect(why).toHaveBeenCalledExactlyOnceWith('slow')
    expect([devices.camera.on, devices.picture.track, devices.picture.unpainted]).toEqual([
      false,
      null,
      'slow',
    ])
    await devices.toggleCamera()
    expect(labels(), 'as the sentence said').toEqual(['video', false])
    devices.picture.chooseBackground('blurWeak')
    await vi.waitFor(() => {
      expect(labels(), 'it may be tried again').toEqual(['painted', false])
    })
  })

  it('stays on where it was only to be brighter', async () => {
    preferences.brightens = true
    await devices.start()
    ;(await open()).events.onfailed()
    expect(labels()).toEqual(['video', false])
    expect(devices.picture.unpainted).toBe('failed')
  })
})

describe('a phone', () => {
  const phone = () => {
    source.more.push(device('videoinput', 'back', 'Back camera'))
    source.faces = 'user'
  }

  it('looks the other way, and does not mirror what is there', async () => {
    phone()
    await devices.start()
    expect([devices.turns, devices.mirrors]).toEqual([true, true])
    source.faces = 'environment'
    await devices.turnCamera()
    expect(source.asked.at(-1)).toMatchObject({ video: { facingMode: { ideal: 'environment' } } })
    expect([devices.turns, devices.mirrors]).toEqual([true, false])
    expect(source.live('video'), 'phones open one camera at a time').toHaveLength(1)
    source.faces = 'user'
    await devices.turnCamera()
    expect([preferences.facing, devices.mirrors]).toEqual(['user', true])
  })

  it('is none where cameras do not say which way they look', async () => {
    source.more.push(device('videoinput', 'other', 'Another'))
    await devices.start()
    expect(devices.turns).toBe(false)
  })
})

describe('a muted microphone', () => {
  it('is open from the start where one talks by a key, and silent', async () => {
    preferences.pushToTalk = true
    await devices.start()
    expect(devices.microphone.on).toBe(false)
    expect(source.live('audio')).toMatchObject([{ enabled: false }])
    await devices.microphone.set(true)
    expect(source.live('audio')).toMatchObject([{ enabled: true }])
    devices.stop()
    expect(source.live('audio')).toEqual([])
  })

  it('is not opened otherwise', async () => {
    preferences.microphoneOn = false
    await devices.start()
    expect(source.live('audio')).toEqual([])
  })

  it('is overheard in a copy that nobody is sent, and only while somebody wants that', async () => {
    await devices.start(true, false)
    const [microphone] = source.live('audio')
    devices.overhear(() => undefined)
    expect(microphone?.copies, 'who is not muted is heard anyway').toEqual([])
    await devices.microphone.set(false)
    expect(microphone?.copies).toMatchObject([{ enabled: true, readyState: 'live' }])
    expect(microphone?.enabled).toBe(false)
    expect(devices.sound, 'the others get the muted one').toBe(microphone)
    await devices.microphone.set(true)
    expect(microphone?.copies).toMatchObject([{ readyState: 'ended' }])
    await devices.microphone.set(false)
    devices.overhear(null)
    expect(microphone?.copies.every(({ readyState }) => readyState === 'ended')).toBe(true)
  })
})

describe('a headset', () => {
  const headset = [
    device('audioinput', 'mouth', 'AirPods', 'pods'),
    device('audiooutput', 'ears', 'AirPods', 'pods'),
  ]

  it('is offered when it is plugged in, and used when that is wanted', async () => {
    await devices.start(true, false)
    source.more.push(...headset)
    source.plug()
    await vi.waitFor(() => {
      expect(devices.arrival?.label).toBe('AirPods')
    })
    expect(source.asked, 'nothing is used unasked').toHaveLength(1)
    await devices.answerArrival(true)
    expect(source.asked.at(-1)).toMatchObject({ audio: { deviceId: { ideal: 'mouth' } } })
    expect([devices.speaker, devices.arrival]).toEqual(['ears', null])
  })

  it('is not offered any more once it is gone, or was left', async () => {
    await devices.start(true, false)
    source.more.push(...headset)
    source.plug()
    await vi.waitFor(() => {
      expect(devices.arrival).not.toBeNull()
    })
    source.more.length = 0
    source.plug()
    await vi.waitFor(() => {
      expect(devices.arrival).toBeNull()
    })
  })

  it('that is unplugged gives way, and that is told', async () => {
    source.more.push(...headset)
    preferences.speakerId = 'ears'
    await devices.start(true, false)
    const told: string[][] = []
    devices.onreplaced = (...names) => told.push(names)
    expect(devices.speaker).toBe('ears')
    source.more.length = 0
    source.plug()
    await vi.waitFor(() => {
      expect(told).toEqual([['AirPods', '']])
    })
    expect(devices.speaker, 'the system’s own').toBe('')
    source.live('audio')[0]?.end()
    await vi.waitFor(() => {
      expect(told.at(-1)).toEqual(['audio', 'audio'])
    })
    expect(source.live('audio')).toHaveLength(1)
  })
})
