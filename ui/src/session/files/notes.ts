/** What the two ends of a transfer tell each other, beside the bytes. */
export type Note =
  /** The receiver's first one: from which byte on, and whether it pauses. */
  | { type: 'ask'; from: number; paused: boolean }
  /** How many bytes the receiver has written. */
  | { type: 'got'; bytes: number }
  | { type: 'pause' }
  | { type: 'go' }
  /** All was sent, and this is its SHA-256. */
  | { type: 'end'; sha256: string }
  /** The receiver has looked whether it is what was sent. */
  | { type: 'done'; whole: boolean }
  | { type: 'stop'; reason: StopReason }

/** Why a transfer ends before it is over. */
export type StopReason = 'cancelled' | 'changed' | 'gone'

const REASONS: readonly string[] = ['cancelled', 'changed', 'gone']

export function spell(note: Note): string {
  return JSON.stringify(note)
}

/** Reads what the other end says; null for what makes no sense. */
export function readNote(text: string): Note | null {
  if (text.length > 1000) return null
  const note = parsed(text)
  switch (note.type) {
    case 'ask':
      return isCount(note.from)
        ? { type: 'ask', from: note.from, paused: note.paused === true }
        : null
    case 'got':
      return isCount(note.bytes) ? { type: 'got', bytes: note.bytes } : null
    case 'pause':
    case 'go':
      return { type: note.type }
    case 'end': {
      const { sha256 } = note
      return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
        ? { type: 'end', sha256 }
        : null
    }
    case 'done':
      return { type: 'done', whole: note.whole === true }
    case 'stop':
      return typeof note.reason === 'string' && REASONS.includes(note.reason)
        ? { type: 'stop', reason: note.reason as StopReason }
        : null
    default:
      return null
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
