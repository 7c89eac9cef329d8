import { describe, expect, it } from 'vitest'

import { meetingPath, parseCode } from './code'

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
    '',
    'abc',
    'abc-def-23',
    'abc-def-2345',
    'abc-def-230',
    'abc-dei-234',
    'https://hearth.local/history/abc-def-234',
    'https://hearth.local/m/',
    '/m/%E0%A4%A',
  ])('is not in %j', (text) => {
    expect(parseCode(text)).toBeNull()
  })

  it('has a page', () => {
    expect(meetingPath('abc-def-234')).toBe('/m/abc-def-234')
  })
})
