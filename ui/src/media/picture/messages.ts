// What the page and the worker that paints the camera's picture say to each other.

import type { Tools } from './segmenter'

/** How the picture is to be painted. */
export interface Look {
  blur: 'none' | 'weak' | 'strong'
  /** What takes the place of the room; null for the room itself, blurred. */
  picture: ImageBitmap | null
  brightens: boolean
}

export type Order =
  | {
      type: 'begin'
      readable: ReadableStream<VideoFrame>
      writable: WritableStream<VideoFrame>
      look: Look
    }
  | { type: 'look'; look: Look }
  /** From now on a person can be found; until then all of a picture is the room. */
  | { type: 'equip'; tools: Tools }

export type Report =
  /** The first picture is painted. */
  | { type: 'ready' }
  /** What a picture took in the median, in milliseconds; once a second. */
  | { type: 'pace'; cost: number }
  | { type: 'failed' }
