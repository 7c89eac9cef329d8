/** As many pictures a second as a call looks smooth with. */
const LEAST = 24
// Seconds in a row: a moment in which much else is to be done is forgiven.
const PATIENCE = 4

/** Whether painting pictures, which cost so many milliseconds each, is too much for this machine. */
export function isTooSlow(costs: readonly number[]): boolean {
  return costs.length >= PATIENCE && costs.slice(-PATIENCE).every((cost) => cost > 1000 / LEAST)
}
