import { Asking } from './asking'
import type { DigestQuestion } from './digest.worker'

/** SHA-256 of bytes that come one after the other. */
export interface Digest {
  /** Takes the bytes away. */
  add(bytes: ArrayBuffer): Promise<void>
  hex(): Promise<string>
  close(): void
}

/** Counts in a worker, which is there from the first bytes on. */
export function newDigest(): Digest {
  let started: Asking<DigestQuestion, string> | null = null
  const asking = () => (started ??= start())
  return {
    async add(bytes) {
      await asking().ask(bytes, [bytes])
    },
    hex: () => asking().ask(null),
    close: () => started?.close(),
  }
}

function start(): Asking<DigestQuestion, string> {
  return new Asking(new Worker(new URL('./digest.worker.ts', import.meta.url), { type: 'module' }))
}
