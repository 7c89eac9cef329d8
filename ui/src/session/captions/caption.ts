/** Some of what is said, written: all that there is of the line so far, or all of it. */
export interface Caption {
  text: string
  final: boolean
}

/** The data channel on which they come. */
export const LABEL = 'captions'
export const MOST_CHARACTERS = 200
// Longer ones are not even looked at.
const MOST_SPELT = 4000

export function spell({ text, final }: Caption): string {
  return JSON.stringify({ type: 'caption', text, final })
}

/** Reads what somebody sends; null for what makes no sense. */
export function readCaption(note: string): Caption | null {
  if (note.length > MOST_SPELT) return null
  let value: unknown
  try {
    value = JSON.parse(note)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { type, text, final }: Partial<Record<string, unknown>> = { ...value }
  if (type !== 'caption' || typeof text !== 'string') return null
  return { text: lineOf(text), final: final === true }
}

/** One line without what would break it, and of one that is too long its end: what is said now. */
export function lineOf(text: string): string {
  const line = Array.from(text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
  return line.length <= MOST_CHARACTERS
    ? line.join('')
    : `…${line.slice(1 - MOST_CHARACTERS).join('')}`
}
