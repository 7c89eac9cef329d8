import { describe, expect, it } from 'vitest'

import { type CalendarEvent, icsOf } from './ics'

const event: CalendarEvent = {
  uid: 'abc-def-234@hearth',
  start: Date.UTC(2026, 10, 24, 13, 0),
  end: Date.UTC(2026, 10, 24, 13, 45),
  title: 'Budget',
  description: '',
  url: null,
  written: Date.UTC(2026, 10, 22, 8, 30, 5, 250),
}

function linesOf(more: Partial<CalendarEvent>): string[] {
  const text = icsOf({ ...event, ...more })
  expect(text.endsWith('\r\n'), 'every line ends').toBe(true)
  return text.slice(0, -2).split('\r\n')
}

describe('a meeting for other calendars', () => {
  it('is one event in UTC', () => {
    expect(linesOf({})).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Hearth//Hearth//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:abc-def-234@hearth',
      'DTSTAMP:20261122T083005Z',
      'DTSTART:20261124T130000Z',
      'DTEND:20261124T134500Z',
      'SUMMARY:Budget',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  it('says where it is', () => {
    const url = 'https://192.0.2.1:7466/m/abc-def-234'
    expect(linesOf({ url })).toContain(`URL:${url}`)
    expect(linesOf({ url })).toContain(`LOCATION:${url}`)
  })

  it('escapes what means something there', () => {
    const lines = linesOf({ title: 'a, b; c\\d', description: 'one\ntwo\r\nthree' })
    expect(lines).toContain('SUMMARY:a\\, b\\; c\\\\d')
    expect(lines).toContain('DESCRIPTION:one\\ntwo\\nthree')
  })

  it.each(['x'.repeat(300), 'ä'.repeat(100), '🔥'.repeat(60)])('folds long lines: %s', (title) => {
    const text = icsOf({ ...event, title })
    const bytes = new TextEncoder()
    for (const line of text.split('\r\n')) expect(bytes.encode(line).length).toBeLessThan(76)
    expect(text.replaceAll('\r\n ', ''), 'nothing is lost').toContain(`SUMMARY:${title}\r\n`)
  })
})
