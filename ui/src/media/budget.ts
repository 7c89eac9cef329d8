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
