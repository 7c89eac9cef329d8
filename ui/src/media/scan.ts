/** Finds the text of a QR code in a picture; null where there is none. */
export interface Finder {
  find(picture: ImageData): Promise<string | null>
  close(): void
}

/** The browser's own, where there is one (WICG Shape Detection). */
interface BarcodeDetector {
  detect(picture: ImageData): Promise<{ rawValue: string }[]>
}

interface BarcodeDetectorClass {
  new (options: { formats: string[] }): BarcodeDetector
  getSupportedFormats(): Promise<string[]>
}

// Codes of links are found at this width, and a phone is not kept busy.
const WIDTH = 640
const LOOK_EVERY = 150

/** The browser's own finder, or one that works in any browser. */
export async function finder(): Promise<Finder> {
  return (await nativeFinder()) ?? workerFinder()
}

/** Looks at what a video shows until something in it is accepted, or the signal says stop. */
export async function look(
  video: HTMLVideoElement,
  through: Finder,
  accept: (text: string) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  // Asked anew each time, as it can change while something is awaited.
  const isOver = () => signal.aborted
  while (!isOver() && context !== null) {
    if (video.videoWidth > 0) {
      canvas.width = Math.min(WIDTH, video.videoWidth)
      canvas.height = Math.round((canvas.width * video.videoHeight) / video.videoWidth)
      context.drawImage(video, 0, 0, canvas.width, canvas.height)
      const picture = context.getImageData(0, 0, canvas.width, canvas.height)
      const text = await through.find(picture)
      if (text !== null && !isOver() && accept(text)) return
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
  }
}

async function nativeFinder(): Promise<Finder | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: BarcodeDetectorClass }
  if (BarcodeDetector === undefined) return null
  // Some systems have the class and nothing behind it.
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => [])
  if (!formats.includes('qr_code')) return null
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return {
    find: async (picture) => (await detector.detect(picture))[0]?.rawValue ?? null,
    close: () => undefined,
  }
}

function workerFinder(): Finder {
  const worker = new Worker(new URL('./scan.worker.ts', import.meta.url), { type: 'module' })
  return {
    find: (picture) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<string | null>) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage(picture, [picture.data.buffer])
      }),
    close: () => worker.terminate(),
  }
}
