import { expect, test } from 'vitest'

import type { ServerInfo } from '../../protocol/ServerInfo'
import { addressesOf, linkTo } from './link'

const [ip, name] = ['https://192.168.1.7:7466', 'https://kitchen.local:7466'] as const
const server: ServerInfo = {
  name: 'Kitchen',
  version: '0.1.0',
  iceServers: [],
  addresses: [ip, name],
  fingerprint: null,
  own: true,
}

test('whoever came by an address passes it on first', () => {
  const here = { origin: name, hostname: 'kitchen.local' }
  expect(addressesOf(server, false, here)).toEqual([name, ip])
  expect(addressesOf(null, false, here)).toEqual([name])
})

test('on the computer itself, others get the addresses on the network', () => {
  for (const hostname of ['localhost', '127.0.0.1', '[::1]']) {
    const here = { origin: `http://${hostname}:7466`, hostname }
    expect(addressesOf(server, false, here)).toEqual([ip, name])
    expect(addressesOf(null, false, here)).toEqual([here.origin])
  }
})

test("to a neighbour's meeting, only its own addresses lead", () => {
  const here = { origin: 'http://127.0.0.1:7466', hostname: '127.0.0.1' }
  expect(addressesOf(server, true, here)).toEqual([ip, name])
  expect(addressesOf(null, true, here)).toEqual([])
})

test('the link leads to the meeting', () => {
  expect(linkTo('abc-def-ghj', ip)).toBe('https://192.168.1.7:7466/m/abc-def-ghj')
})
