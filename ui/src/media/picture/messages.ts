// What the page and the worker that paints the camera's picture say to each other.

/** How the picture is to be painted. */
export interface Look {
  blur: 'none' | 'weak' | 'strong'
  /** What takes the place of the room; null for the room itself, blurred. */
  picture: ImageBitmap | null
  brightens: boolean
}

/** The empty room: of each pixel its colour, and how much it flickers. */
export interface Room {
  width: number
  height: number
  pixels: Uint8Array<ArrayBuffer>
}

export type Order =
  | {
      type: 'begin'
      readable: ReadableStream<VideoFrame>
      writable: WritableStream<VideoFrame>
      look: Look
      room: Room | null
    }
  | { type: 'look'; look: Look }
  /** Nobody is to be seen from now on, so that the room can be learnt. */
  | { type: 'learn' }

export type Report =
  /** The first picture is painted. */
  | { type: 'ready' }
  /** Null where something moved, so that the room is not known. */
  | { type: 'learnt'; room: Room | null }
  /** What is seen is not that room any more. */
  | { type: 'lost' }
  /** What a picture took in the median, in milliseconds; once a second. */
  | { type: 'pace'; cost: number }
  | { type: 'failed' }
