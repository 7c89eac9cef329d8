// Writes what arrives to the disk, and counts its checksum, beside the page.

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

import { answering } from './asking'

export type SinkQuestion =
  /** Where the user chose, or in the origin's own file system. */
  | { type: 'open'; handle: FileSystemFileHandle; own: boolean }
  /** In memory, where there is no disk for a page. */
  | { type: 'openMemory' }
  | { type: 'write'; bytes: ArrayBuffer }
  /** The checksum of all that was written. */
  | { type: 'hash' }
  /** It stays; in memory it is handed over. */
  | { type: 'keep' }
  | { type: 'discard' }

interface Target {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  keep(): Promise<Blob | null>
  discard(): Promise<void>
}

/** What only workers know of a file of the origin's own. */
interface OwnFileHandle extends FileSystemFileHandle {
  createSyncAccessHandle(): Promise<{
    write(bytes: Uint8Array, options: { at: number }): number
    flush(): void
    close(): void
  }>
}

const hash = sha256.create()
let target: Target | null = null

answering(async (asked) => {
  const question = asked as SinkQuestion
  switch (question.type) {
    case 'open':
      target = question.own ? await ownFile(question.handle) : await chosenFile(question.handle)
      return null
    case 'openMemory':
      target = memory()
      return null
    case 'write': {
      const bytes = new Uint8Array(question.bytes)
      hash.update(bytes)
      await target?.write(bytes)
      return null
    }
    case 'hash':
      return bytesToHex(hash.clone().digest())
    case 'keep':
      return (await target?.keep()) ?? null
    case 'discard':
      await target?.discard()
      return null
    default:
      return question satisfies never
  }
})

async function chosenFile(handle: FileSystemFileHandle): Promise<Target> {
  const file = await handle.createWritable()
  return {
    write: (bytes) => file.write(bytes),
    async keep() {
      await file.close()
      return null
    },
    discard: () => file.abort(),
  }
}

async function ownFile(handle: FileSystemFileHandle): Promise<Target> {
  const file = await (handle as OwnFileHandle).createSyncAccessHandle()
  let at = 0
  return {
    write(bytes) {
      // A disk that is full takes less than it is given, or throws.
      for (let taken = 0; taken < bytes.length;) {
        const written = file.write(bytes.subarray(taken), { at })
        if (written === 0) throw new DOMException('', 'QuotaExceededError')
        taken += written
        at += written
      }
      return Promise.resolve()
    },
    keep() {
      file.flush()
      file.close()
      return Promise.resolve(null)
    },
    discard() {
      file.close()
      return Promise.resolve()
    },
  }
}

function memory(): Target {
  let parts: Uint8Array<ArrayBuffer>[] = []
  return {
    write(bytes) {
      parts.push(bytes)
      return Promise.resolve()
    },
    keep: () => Promise.resolve(new Blob(parts)),
    discard() {
      parts = []
      return Promise.resolve()
    },
  }
}
