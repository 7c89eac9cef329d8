/** How large a picture is shown, and so is worth sending. */
export type Size = 'none' | 'small' | 'large'
/** How large somebody's pictures are wanted. */
export type Wanted = Record<'camera' | 'screen', Size>

/** What is sent to whoever says nothing about it. */
export const EVERYTHING: Wanted = { camera: 'large', screen: 'large' }

// A picture of 1280 by 720 becomes one of 320 by 180.
const SMALL = 4

/**
 * By how much the camera's picture is made smaller, in each direction, before it
 * is sent to each of so many others (W3C WebRTC, `scaleResolutionDownBy`). In a
 * mesh everyone encodes a picture for each of the others, and shows them smaller
 * the more they are.
 */
export function shrinkFor(others: number): number {
  if (others <= 1) return 1
  if (others <= 3) return 2
  if (others <= 8) return 3
  return 4
}

/**
 * The same for one who wants it in this size, given what all want; null for not
 * at all. Whoever wants a small one leaves the more to those who want a large one.
 */
export function shrinkCamera(size: Size, all: readonly Size[]): number | null {
  if (size === 'none') return null
  const count = (size: Size) => all.filter((it) => it === size).length
  const shrink = shrinkFor(Math.floor(count('large') + count('small') / 4))
  return size === 'small' ? Math.max(SMALL, shrink) : shrink
}

/** How a picture is sent. */
export interface Sent {
  /** By how much it is made smaller in each direction. */
  shrink: number
  /** How many pictures a second at most; null for as many as there are. */
  frames: number | null
}

const FEW = 12

/** How a camera is sent that is to be this much smaller; small and seldom while data are saved. */
export function sendCamera(shrink: number | null, saves: boolean): Sent | null {
  if (shrink === null) return null
  return saves ? { shrink: Math.max(SMALL, shrink), frames: FEW } : { shrink, frames: null }
}

/** What one who saves data wants of what they would show. A screen has to stay legible. */
export function thrifty({ camera, screen }: Wanted, pauses: boolean): Wanted {
  return { camera: pauses || camera === 'none' ? 'none' : 'small', screen }
}

/** By how much a shared screen is made smaller, which has to stay legible. */
export function shrinkScreen(size: Size): number | null {
  if (size === 'none') return null
  return size === 'small' ? SMALL : 1
}
