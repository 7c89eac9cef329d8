export interface Extent {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** How a picture is looked at: so many times larger, and moved by this from the middle. */
export interface Zoom extends Point {
  scale: number
}

/** A frame, and the picture in it, which is seen whole while it is not zoomed. */
export interface Framed {
  frame: Extent
  picture: Extent
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 }
/** By how much a key, a button or a notch of the wheel changes the scale. */
export const STEP = 1.25
const LARGEST = 8

/** Changes the scale by a factor; what is at `at`, seen from the middle, stays there. */
export function zoomBy(zoom: Zoom, factor: number, framed: Framed, at: Point = WHOLE): Zoom {
  const scale = Math.min(LARGEST, Math.max(1, zoom.scale * factor))
  const grown = scale / zoom.scale
  const x = at.x - (at.x - zoom.x) * grown
  const y = at.y - (at.y - zoom.y) * grown
  return bound({ scale, x, y }, framed)
}

export function panBy(zoom: Zoom, by: Point, framed: Framed): Zoom {
  return bound({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, framed)
}

/** Keeps the picture's edges at or beyond the frame's, as far as it is larger. */
export function bound({ scale, x, y }: Zoom, { frame, picture }: Framed): Zoom {
  if (picture.width <= 0 || picture.height <= 0) return WHOLE
  const fit = Math.min(frame.width / picture.width, frame.height / picture.height)
  const reach = (inside: number, around: number) => Math.max(0, (inside * fit * scale - around) / 2)
  return {
    scale,
    x: clamp(x, reach(picture.width, frame.width)),
    y: clamp(y, reach(picture.height, frame.height)),
  }
}

function clamp(value: number, reach: number): number {
  // Without a sign where there is nothing to move.
  return reach === 0 ? 0 : Math.min(reach, Math.max(-reach, value))
}
