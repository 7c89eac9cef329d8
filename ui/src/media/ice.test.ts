import { expect, it } from 'vitest'

import { iceServers } from './ice'

it('reads servers, and leaves out those that browsers would refuse', () => {
  expect(
    iceServers([
      'stun:stun.local:3478',
      'turn:ada:love@turn.local:3478?transport=tcp',
      'turns:ada:love@turn.local',
      'turn:nobody.local',
      'http://turn.local',
      'stun:',
    ]),
  ).toEqual([
    { urls: 'stun:stun.local:3478' },
    { urls: 'turn:turn.local:3478?transport=tcp', username: 'ada', credential: 'love' },
    { urls: 'turns:turn.local', username: 'ada', credential: 'love' },
  ])
})
