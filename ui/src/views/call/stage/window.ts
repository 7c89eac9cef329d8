// The small window that stays on top of others: a document where the browser has
// that (Document Picture-in-Picture), else the one video (Picture-in-Picture).

export interface WindowOptions {
  /** Fills the document; returns what empties it. */
  show: (target: HTMLElement) => () => void
  /** The video to be shown where there is no document. */
  video: () => HTMLVideoElement | null
  onclose: () => void
}

export interface OpenWindow {
  close: () => void
}

interface DocumentPictureInPicture {
  requestWindow: (options: { width: number; height: number }) => Promise<Window>
}

const EXTENT = { width: 360, height: 240 }

export async function openWindow({ show, video, onclose }: WindowOptions): Promise<OpenWindow> {
  const { documentPictureInPicture } = window as {
    documentPictureInPicture?: DocumentPictureInPicture
  }
  if (documentPictureInPicture === undefined) return openVideo(video(), onclose)

  const opened = await documentPictureInPicture.requestWindow(EXTENT)
  dress(opened.document)
  const hide = show(opened.document.body)
  opened.addEventListener('pagehide', () => {
    hide()
    onclose()
  })
  return {
    close: () => {
      opened.close()
    },
  }
}

async function openVideo(video: HTMLVideoElement | null, onclose: () => void): Promise<OpenWindow> {
  if (video === null) throw new DOMException('There is no picture.', 'InvalidStateError')
  await video.requestPictureInPicture()
  video.addEventListener('leavepictureinpicture', onclose, { once: true })
  return {
    close: () => {
      if (document.pictureInPictureElement === video) void document.exitPictureInPicture()
    },
  }
}

/** Gives it the page's language, theme and styles. */
function dress(small: Document): void {
  const { lang, dir, dataset } = document.documentElement
  Object.assign(small.documentElement, { lang, dir })
  Object.assign(small.documentElement.dataset, dataset)
  small.title = document.title
  for (const style of document.querySelectorAll('link[rel=stylesheet], style')) {
    const copy = small.importNode(style, true)
    // What is relative would be so to no address.
    if (style instanceof HTMLLinkElement) copy.setAttribute('href', style.href)
    small.head.append(copy)
  }
}
