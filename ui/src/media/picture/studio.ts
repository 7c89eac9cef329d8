// Loaded when somebody wants it: most never do.

import { within } from '../within'
import type { Effects } from './effects'
import { hides } from './effects'
import type { Look, Order, Report } from './messages'
import { own } from './own'
import PainterWorker from './painter.worker?worker'
import { addressOf } from './pictures'
import type { OpenStudio } from './sent.svelte'
import { tools } from './tools'

// What Chromium has in pages. Safari has the standard's, in workers; Firefox has neither.
declare class MediaStreamTrackProcessor {
  constructor(options: { track: MediaStreamTrack; maxBufferSize: number })
  readonly readable: ReadableStream<VideoFrame>
}
interface Generator extends MediaStreamTrack {
  readonly writable: WritableStream<VideoFrame>
}
declare const MediaStreamTrackGenerator: new (options: { kind: 'video' }) => Generator

const PATIENCE = 10_000
// As large as a picture is sent at most.
const SIZE = { width: 1280, height: 720 }
const BLURRED = { blur: 'strong', picture: null } as const

/** Paints what a camera sees. Throws where the browser cannot. */
export const open: OpenStudio = async (track, effects, events) => {
  const look = await lookOf(effects)
  const worker = new PainterWorker()
  const painted = new MediaStreamTrackGenerator({ kind: 'video' })
  const order = (order: Order, transfer: Transferable[] = []) => {
    worker.postMessage(order, transfer)
  }
  const close = () => {
    worker.terminate()
    painted.stop()
  }
  let equipped = false
  const equip = () => {
    if (equipped) return
    equipped = true
    tools()
      .then((tools) => {
        order({ type: 'equip', tools })
      })
      .catch((error: unknown) => {
        console.debug('There is nothing to find a person with.', error)
        events.onfailed()
      })
  }
  if (hides(effects)) equip()
  const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 })
  const { writable } = painted
  try {
    await begun(worker, () => {
      order({ type: 'begin', readable, writable, look }, [readable, writable, ...parts(look)])
    })
  } catch (error) {
    close()
    throw error
  }
  worker.onerror = () => {
    events.onfailed()
  }
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    switch (data.type) {
      case 'pace':
        events.onpace(data.cost)
        break
      case 'failed':
        events.onfailed()
        break
      case 'ready':
        break
      default:
        data satisfies never
    }
  }
  let hid = hides(effects)
  // What is chosen last counts, whatever is loaded last.
  let turn = 0
  return {
    track: painted,
    change: async (effects) => {
      const now = ++turn
      if (hides(effects)) {
        equip()
        // The room goes at once, and what takes its place comes when it is loaded.
        if (!hid) order({ type: 'look', look: { ...BLURRED, brightens: effects.brightens } })
      }
      hid = hides(effects)
      const look = await lookOf(effects)
      if (now === turn) order({ type: 'look', look }, parts(look))
    },
    close,
  }
}

function begun(worker: Worker, begin: () => void): Promise<void> {
  return within(PATIENCE, (resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Report>) => {
      if (data.type === 'ready') resolve()
      else reject(new Error('The picture could not be painted.'))
    }
    worker.onerror = () => {
      reject(new Error('The painter was not loaded.'))
    }
    begin()
  })
}

function parts({ picture }: Look): Transferable[] {
  return picture === null ? [] : [picture]
}

async function lookOf(effects: Effects): Promise<Look> {
  const { background, brightens } = effects
  if (background === 'blurWeak') return { blur: 'weak', picture: null, brightens }
  const picture = hides(effects) ? await pictureOf(background) : null
  // The room is hidden even where its picture is gone.
  const blur = picture === null && hides(effects) ? 'strong' : 'none'
  return { blur, picture, brightens }
}

async function pictureOf(background: Effects['background']): Promise<ImageBitmap | null> {
  if (background === 'own') {
    const kept = await own.load()
    return kept && createImageBitmap(kept)
  }
  const address = addressOf(background)
  if (address === null) return null
  const image = new Image(SIZE.width, SIZE.height)
  image.src = address
  await image.decode()
  return createImageBitmap(image, { resizeWidth: SIZE.width, resizeHeight: SIZE.height })
}
