/** What is remembered between visits, or for as long as a tab lives. */
export interface Memory {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
}

/**
 * Remembers in the browser's storage. A browser may refuse that at any moment
 * (private windows, full disks); then it is remembered while the page lives.
 */
export function memoryIn(storage: () => Storage): Memory {
  const page = new Map<string, string>()
  return {
    get(key) {
      const kept = page.get(key)
      if (kept !== undefined) return kept
      try {
        return storage().getItem(key)
      } catch {
        return null
      }
    },
    set(key, value) {
      try {
        storage().setItem(key, value)
        page.delete(key)
      } catch {
        page.set(key, value)
      }
    },
    remove(key) {
      page.delete(key)
      try {
        storage().removeItem(key)
      } catch {
        // It was not kept there either.
      }
    },
  }
}

/** Remembers nothing beyond the page. */
export function pageMemory(): Memory {
  return memoryIn(() => {
    throw new Error('There is no storage.')
  })
}
