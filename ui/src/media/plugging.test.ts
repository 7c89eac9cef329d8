import { describe, expect, it } from 'vitest'

import { type Found, arrivalOf, isStillThere } from './plugging'

const device = (kind: MediaDeviceKind, deviceId: string, label: string, groupId = ''): Found => ({
  kind,
  deviceId,
  groupId,
  label,
})

const before = [
  device('audioinput', 'default', 'Default'),
  device('audioinput', 'mic', 'Built-in', 'computer'),
  device('audiooutput', 'loud', 'Built-in', 'computer'),
]

describe('what was plugged in', () => {
  it('is a headset with both its ends', () => {
    const after = [
      ...before,
      device('audiooutput', 'ears', 'AirPods', 'pods'),
      device('audioinput', 'mouth', 'AirPods', 'pods'),
    ]
    expect(arrivalOf(before, after)).toEqual({
      label: 'AirPods',
      microphone: 'mouth',
      speaker: 'ears',
    })
  })

  it('is a loudspeaker, or a microphone, alone', () => {
    expect(arrivalOf(before, [...before, device('audiooutput', 'box', 'Box')])).toEqual({
      label: 'Box',
      microphone: null,
      speaker: 'box',
    })
    const two = [
      device('audioinput', 'a', 'Studio', 'one'),
      device('audiooutput', 'b', 'Box', 'other'),
    ]
    expect(arrivalOf(before, [...before, ...two]), 'of two at once the microphone').toEqual({
      label: 'Studio',
      microphone: 'a',
      speaker: null,
    })
  })

  it.each([
    ['what was there', before],
    ['what was taken away', before.slice(1)],
    ['a camera', [...before, device('videoinput', 'cam', 'Webcam')]],
    ['what has no name yet', [...before, device('audioinput', 'new', '')]],
    ['another default', [...before, device('audioinput', 'communications', 'Communications')]],
  ])('is not %s', (_what, after) => {
    expect(arrivalOf(before, after)).toBeNull()
  })

  it('may be gone again', () => {
    const arrival = { label: 'AirPods', microphone: 'mouth', speaker: 'ears' }
    const pods = [
      device('audioinput', 'mouth', 'AirPods'),
      device('audiooutput', 'ears', 'AirPods'),
    ]
    expect(isStillThere(arrival, pods)).toBe(true)
    expect(isStillThere(arrival, pods.slice(1))).toBe(false)
    expect(isStillThere({ ...arrival, microphone: null }, pods.slice(1))).toBe(true)
  })
})
