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
