/** Why a picture of the user's own was not taken. */
export type OwnProblem = 'tooLarge' | 'unreadable' | 'unkept'

const MOST_BYTES = 10 * 1024 * 1024
const WIDTH = 1280
const HEIGHT = 720
const DATABASE = 'hearth.picture'
const STORE = 'pictures'
const KEY = 'own'

/** The user's own background. It is kept by this browser and sent to nobody but as what is seen. */
export const own = {
  async load(): Promise<Blob | null> {
    try {
      const found = await within<unknown>('readonly', (store) => store.get(KEY))
      return found instanceof Blob ? found : null
    } catch {
      return null
    }
  },

  /** Keeps a picture, as small as it is needed; or says why not. */
  async keep(file: Blob): Promise<OwnProblem | null> {
    if (file.size > MOST_BYTES) return 'tooLarge'
    let small: Blob
    try {
      small = await shrunk(file)
    } catch {
      return 'unreadable'
    }
    try {
      await within('readwrite', (store) => store.put(small, KEY))
      return null
    } catch {
      return 'unkept'
    }
  },

  async forget(): Promise<void> {
    await within('readwrite', (store) => store.delete(KEY)).catch(() => undefined)
  },
}

/** Cut to the shape of a picture, and without what a camera writes into its files. */
async function shrunk(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const canvas = new OffscreenCanvas(WIDTH, HEIGHT)
  const scale = Math.max(WIDTH / picture.width, HEIGHT / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('Nothing can be drawn here.')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height)
  picture.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.88 })
}

async function within<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(STORE)
  }
  const database = await answer(opening)
  try {
    return await answer(ask(database.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    database.close()
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('The browser keeps nothing.'))
    }
  })
}
