import { Asking } from './asking'
import { roomLeft, scratch } from './scratch'
import type { SinkQuestion } from './sink.worker'

/** Where a file goes that arrives. */
export interface Sink {
  /** Takes the bytes away. */
  write(bytes: ArrayBuffer): Promise<void>
  /** SHA-256 of all that was written. */
  hash(): Promise<string>
  /** It is whole: what is to be saved, or null if it is where the user wanted it. */
  keep(): Promise<Blob | null>
  discard(): Promise<void>
}

/** Why nothing can be written. */
export type NoSink = 'cancelled' | 'full' | 'tooLargeHere'

export type OpenSink = (name: string, size: number) => Promise<Sink | NoSink>

// What a page may have in memory where it has no disk.
const MOST_IN_MEMORY = 100 * 1024 * 1024
// So much stays free for all else.
const SPARE = 16 * 1024 * 1024

interface Picker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>
}

/** Opens a place on the disk: where the user wants it, if the browser asks; or until it is saved. */
export const openSink: OpenSink = async (name, size) => {
  const { showSaveFilePicker } = window as Picker
  if (showSaveFilePicker !== undefined) {
    const handle = await chosen(() => showSaveFilePicker({ suggestedName: name }))
    if (handle === null) return 'cancelled'
    return opened({ type: 'open', handle, own: false })
  }
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) {
    return size > MOST_IN_MEMORY ? 'tooLargeHere' : opened({ type: 'openMemory' })
  }
  const room = await roomLeft()
  if (room !== null && room < size + SPARE) return 'full'
  const folder = await scratch()
  const entry = crypto.randomUUID()
  const handle = await folder.getFileHandle(entry, { create: true })
  const sink = await opened({ type: 'open', handle, own: true })
  return {
    ...sink,
    async keep() {
      await sink.keep()
      return handle.getFile()
    },
    async discard() {
      await sink.discard()
      await folder.removeEntry(entry).catch(() => undefined)
    },
  }
}

async function chosen(
  choose: () => Promise<FileSystemFileHandle>,
): Promise<FileSystemFileHandle | null> {
  try {
    return await choose()
  } catch {
    return null
  }
}

async function opened(question: SinkQuestion): Promise<Sink> {
  const worker = new Worker(new URL('./sink.worker.ts', import.meta.url), { type: 'module' })
  const asking = new Asking<SinkQuestion, string | Blob | null>(worker)
  await asking.ask(question)
  return {
    async write(bytes) {
      await asking.ask({ type: 'write', bytes }, [bytes])
    },
    async hash() {
      const hash = await asking.ask({ type: 'hash' })
      return typeof hash === 'string' ? hash : ''
    },
    async keep() {
      const kept = await asking.ask({ type: 'keep' })
      asking.close()
      return kept instanceof Blob ? kept : null
    },
    async discard() {
      // A disk that failed may fail at this, too.
      await asking.ask({ type: 'discard' }).catch(() => undefined)
      asking.close()
    },
  }
}
