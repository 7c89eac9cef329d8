import type { ErrorCode } from '../protocol/ErrorCode'
import type { NativeReply } from '../protocol/NativeReply'

/** Why the server did not do what was asked, or that it could not be asked. */
export interface Failure {
  code: ErrorCode | 'unreachable' | 'identity_changed'
  /** The server's own sentence, in English; empty if it said nothing. */
  message: string
}

export type Reply = NativeReply | { ok: false; error: Failure }

export const UNREACHABLE: Reply = {
  ok: false,
  error: { code: 'unreachable', message: '' },
}

// What another attempt may well overcome.
const PASSING: readonly Failure['code'][] = ['unreachable', 'unavailable', 'too_many_requests']

/** Whether the same may be done if it is asked again. */
export function isPassing({ code }: Failure): boolean {
  return PASSING.includes(code)
}
