import { expect, test } from 'vitest'

import type { ServerInfo } from '../../protocol/ServerInfo'
import { linkTo } from './link'

const server: ServerInfo = {
  name: 'Kitchen',
  version: '0.1.0',
  iceServers: [],
  addresses: ['https://192.168.1.7:7466', 'https://kitchen.local:7466'],
  fingerprint: null,
  own: true,
}

test('whoever came by an address passes it on', () => {
  const here = { origin: 'https://kitchen.local:7466', hostname: 'kitchen.local' }
  expect(linkTo('abc-def-ghj', server, here)).toBe('https://kitchen.local:7466/m/abc-def-ghj')
})

test('on the computer itself, others get the address on the network', () => {
  for (const hostname of ['localhost', '127.0.0.1', '[::1]']) {
    const here = { origin: `http://${hostname}:7466`, hostname }
    expect(linkTo('abc-def-ghj', server, here)).toBe('https://192.168.1.7:7466/m/abc-def-ghj')
    expect(linkTo('abc-def-ghj', null, here)).toBe(`${here.origin}/m/abc-def-ghj`)
  }
})
