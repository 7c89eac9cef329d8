// How bright a picture is to be in the middle; film calls it middle grey.
const WANTED = 0.42
// More would show noise rather than faces.
const STRONGEST = 0.45
const DARK = 0.24

/** How bright a picture is, from 0 to 1. */
export function brightnessOf(points: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at + 3 < points.length; at += 4) {
    sum +=
      0.2126 * (points[at] ?? 0) + 0.7152 * (points[at + 1] ?? 0) + 0.0722 * (points[at + 2] ?? 0)
  }
  return points.length === 0 ? 0 : sum / (points.length / 4) / 255
}

/** The power to which a picture as bright as this is to be raised; 1 leaves it. */
export function gammaFor(brightness: number): number {
  if (brightness >= WANTED) return 1
  return Math.max(STRONGEST, Math.log(WANTED) / Math.log(Math.max(brightness, 0.01)))
}

/** Whether most of the latest readings were dark; one is a hand before the lens. */
export function isDark(readings: readonly number[]): boolean {
  return readings.length >= 3 && readings.slice(-3).every((it) => it < DARK)
}

export function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
