import { describe, expect, it } from 'vitest'

import { meetingPath, parseCode, scannedCode } from './code'

describe('a code', () => {
  it.each([
    'abc-def-234',
    'abcdef234',
    ' ABC-Def-234 ',
    'abc def 234',
    'abc–def–234',
    'https://192.168.1.7:7466/m/abc-def-234',
    'http://hearth.local/m/ABCDEF234?from=mail#x',
    'Come to https://hearth.local/m/abc-def-234 please',
    '/m/abc%2Ddef%2D234',
  ])('is read out of %j', (text) => {
    expect(parseCode(text)).toBe('abc-def-234')
  })

  it.each([
    ['Room_7', 'Room_7'],
    [' abc-def-2345 ', 'abc-def-2345'],
    ['\u2068Room_7\u2069', 'Room_7'],
    ['https://hearth.local/m/caf%C3%A9?x', 'café'],
    ['/m/%E0%A4%A', '%E0%A4%A'],
  ])('of another system is read out of %j as it is', (text, code) => {
    expect(parseCode(text)).toBe(code)
  })

  it.each([
    '',
    ' ',
    'two words',
    'x'.repeat(65),
    'https://hearth.local/history/abc-def-234',
    'https://hearth.local/m/',
  ])('is not in %j', (text) => {
    expect(parseCode(text)).toBeNull()
  })

  it('has a page', () => {
    expect(meetingPath('abc-def-234')).toBe('/m/abc-def-234')
    expect(meetingPath('a/b')).toBe('/m/a%2Fb')
  })
})

describe('what a camera saw', () => {
  it.each([
    ['https://10.0.0.2:7466/m/abc-def-ghj', 'abc-def-ghj'],
    ['http://ada.local/hosts/abcdefghijklmnop/m/abcdefghj#x', 'abc-def-ghj'],
    ['hearth://join/abc-def-ghj', 'abc-def-ghj'],
    ['ABC-DEF-GHJ', 'abc-def-ghj'],
    ['https://10.0.0.2/m/standup', 'standup'],
    ['https://example.org/menu', null],
    ['javascript:/m/abc-def-ghj', null],
    ['WIFI:T:WPA;S:home;P:secret;;', null],
    ['4006381333931', null],
    ['', null],
  ])('%j is the code %j', (text, code) => {
    expect(scannedCode(text)).toBe(code)
  })
})
