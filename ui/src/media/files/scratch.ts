// Room on the disk that only this origin sees, for files until they are saved.

const ROOT = 'arriving'

let mine: Promise<FileSystemDirectoryHandle> | null = null

/** A folder of this page's own. What pages that are gone left behind is thrown away. */
export function scratch(): Promise<FileSystemDirectoryHandle> {
  mine ??= make()
  return mine
}

/** How many bytes the browser still gives; null where it does not say. */
export async function roomLeft(): Promise<number | null> {
  const { quota, usage } = await navigator.storage.estimate()
  return quota === undefined ? null : quota - (usage ?? 0)
}

async function make(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(ROOT, { create: true })
  for await (const name of folder.keys()) await throwAway(folder, name)
  const name = crypto.randomUUID()
  await new Promise<void>((held) => {
    // Held as long as the page lives, by which others see that it does.
    void navigator.locks.request(lockOf(name), () => {
      held()
      return new Promise(() => undefined)
    })
  })
  return folder.getDirectoryHandle(name, { create: true })
}

async function throwAway(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    await folder.removeEntry(name, { recursive: true }).catch(() => undefined)
  })
}

function lockOf(name: string): string {
  return `hearth.${ROOT}.${name}`
}
