import type { Arrived } from '../../protocol/Arrived'

/** What a server does about the files that it keeps. What it refuses is thrown as an `ApiFailure`. */
export interface KeptFiles {
  arrived(code: string, file: number): Promise<Arrived>
  putFile(code: string, file: number, from: number, piece: Blob): Promise<Arrived>
  finishFile(code: string, file: number, sha256: string): Promise<Arrived>
  fileFrom(
    code: string,
    file: number,
    from: number,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>
}

/** Whether it may be otherwise in a moment. */
export function isPassing(code: string): boolean {
  return code === 'unreachable' || code === 'garbled' || code === 'unavailable'
}
