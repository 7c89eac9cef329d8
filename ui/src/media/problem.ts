/** Why a microphone, a camera or a screen cannot be used. */
export type Problem =
  /** The user, or the system, does not allow it. */
  | 'denied'
  /** There is none. */
  | 'missing'
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
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    case 'InsecureError':
      return 'insecure'
    default:
      return 'failed'
  }
}
