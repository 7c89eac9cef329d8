import { expect, it } from 'vitest'

import { readSignal } from './signal'

it('reads what our clients send', () => {
  const signal = {
    description: { type: 'offer', sdp: 'v=0' },
    instance: 'a',
    peer: null,
  }
  expect(readSignal(signal)).toEqual(signal)
  expect(readSignal({ candidate: null, instance: 'a', peer: 'b' })).toEqual({
    candidate: null,
    instance: 'a',
    peer: 'b',
  })
})

it('reads signals of clients that name no instances', () => {
  expect(readSignal({ description: { type: 'answer', sdp: 'v=0' } })).toEqual({
    description: { type: 'answer', sdp: 'v=0' },
    instance: null,
    peer: null,
  })
})

it('reads how large the pictures are wanted', () => {
  const wanted = { camera: 'small', screen: 'none' }
  expect(readSignal({ wanted, instance: 'a', peer: 'b' })).toEqual({
    wanted,
    instance: 'a',
    peer: 'b',
  })
  for (const wrong of [null, 'none', {}, { camera: 'huge', screen: 'none' }, { camera: 'none' }]) {
    expect(readSignal({ wanted: wrong })).toEqual({ instance: null, peer: null })
  }
})

it('leaves out what makes no sense', () => {
  expect(readSignal('offer')).toBeNull()
  expect(readSignal(null)).toBeNull()
  expect(readSignal({ description: { type: 'dance' }, candidate: 7, instance: 1 })).toEqual({
    instance: null,
    peer: null,
  })
})
