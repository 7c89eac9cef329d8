/** As many pictures a second as a call looks smooth with. */
const SMOOTH = 24
// Seconds in a row: a moment in which much else is to be done is forgiven.
const PATIENCE = 4

/**
 * Whether painting pictures, which cost so many milliseconds each, is too much for
 * this machine: fewer than 24 a second, or than the camera has, if it has fewer.
 */
export function isTooSlow(costs: readonly number[], cameraRate = SMOOTH): boolean {
  const most = 1000 / Math.min(SMOOTH, cameraRate)
  return costs.length >= PATIENCE && costs.slice(-PATIENCE).every((cost) => cost > most)
}
