/** A few points of a picture, as RGBA; the fourth says how much of it is a person. */
export type Points = Uint8Array

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

/** How much of a picture is a person, from 0 to 1. */
export function coverageOf(points: Points): number {
  let sum = 0
  for (let at = 3; at < points.length; at += 4) sum += points[at] ?? 0
  return sum / (points.length / 4) / 255
}

/**
 * By how much the light has changed since the room was learnt, for each colour: a
 * camera adapts itself when somebody comes before it. The median is that of the room
 * as long as half of it is seen.
 */
export function lightSince(room: Points, now: Points): [number, number, number] {
  const ratios: [number[], number[], number[]] = [[], [], []]
  for (let at = 0; at + 3 < room.length; at += 4) {
    for (const [colour, found] of ratios.entries()) {
      const before = room[at + colour] ?? 0
      // Black says nothing, and white may be whiter than can be seen.
      if (before > 20 && before < 240) found.push((now[at + colour] ?? 0) / before)
    }
  }
  return ratios.map((found) => Math.min(1.6, Math.max(0.6, median(found) ?? 1))) as [
    number,
    number,
    number,
  ]
}

export function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
}
