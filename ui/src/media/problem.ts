/** Why a microphone, a camera or a screen cannot be used. */
export type Problem =
  /** The user does not allow it, or the system, if the browser does not tell which. */
  | 'denied'
  /** The system does not allow it to the browser. */
  | 'blocked'
  /** The browser's question was closed without an answer. */
  | 'dismissed'
  /** There is none. */
  | 'missing'
  /** There is one, and it cannot do what is asked of it. */
  | 'unfit'
  /** Another program uses it. */
  | 'busy'
  /** The page is not secure, so the browser offers none. */
  | 'insecure'
  | 'failed'

/** Devices were asked for on a page that may not have them. */
export class InsecureError extends Error {
  override readonly name = 'InsecureError'
}

export function problemOf(error: unknown): Problem {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  switch (name) {
    case 'NotAllowedError':
      // Chromium alone tells, and in no other way.
      if (/by system/i.test(message)) return 'blocked'
      return /dismissed/i.test(message) ? 'dismissed' : 'denied'
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
      return 'missing'
    case 'OverconstrainedError':
      return 'unfit'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    case 'InsecureError':
      return 'insecure'
    default:
      return 'failed'
  }
}
