/** A meeting as other calendars take it. Times are milliseconds since 1970 UTC. */
export interface CalendarEvent {
  /** By which a calendar knows it again. */
  uid: string
  start: number
  end: number
  title: string
  description: string
  /** Where it is. */
  url: string | null
  /** When this was written. */
  written: number
}

// In bytes, without the break; RFC 5545 section 3.1.
const LONGEST = 75

/** An iCalendar file with one event, RFC 5545. */
export function icsOf(event: CalendarEvent): string {
  const { uid, start, end, title, description, url, written } = event
  const place = url === null ? [] : [`LOCATION:${escaped(url)}`, `URL:${url}`]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Hearth//Hearth//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(written)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...place,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function utc(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Cuts a long line, and no letter in two. */
function folded(line: string): string {
  const bytes = new TextEncoder()
  let folded = ''
  let length = 0
  for (const letter of line) {
    const size = bytes.encode(letter).length
    if (length + size > LONGEST) {
      folded += '\r\n '
      length = 1
    }
    folded += letter
    length += size
  }
  return folded
}
