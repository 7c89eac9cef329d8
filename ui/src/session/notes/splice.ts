/** Some text taken out at a place, and other text put there. Places count as strings do. */
export interface Splice {
  at: number
  out: number
  letters: string
}

/** What Yjs tells of a change: how much stays, comes and goes, from the start. */
export type Delta = readonly {
  retain?: number | undefined
  insert?: unknown
  delete?: number | undefined
}[]

/**
 * What makes one text of the other, with as few letters as that takes; null for nothing. Of several
 * places where it may have happened it is the one before the caret, where one types.
 */
export function spliceBetween(before: string, after: string, caret: number): Splice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  const behind = after.length - caret
  let end = 0
  while (end < Math.min(shorter, behind) && sameFromEnd(before, after, end)) end++
  let start = 0
  while (start < shorter - end && before[start] === after[start]) start++
  while (end < shorter - start && sameFromEnd(before, after, end)) end++
  // A letter of two halves is not parted.
  if (partsALetter(before, start) || partsALetter(after, start)) start--
  if (partsALetter(before, before.length - end) || partsALetter(after, after.length - end)) end--
  return {
    at: start,
    out: before.length - end - start,
    letters: after.slice(start, after.length - end),
  }
}

/** Where a place in the text is after others changed it. What comes exactly there comes behind it. */
export function carried(place: number, delta: Delta, stays: 'before' | 'behind'): number {
  let at = 0
  let now = place
  for (const { retain, insert, delete: gone } of delta) {
    if (retain !== undefined) at += retain
    else if (typeof insert === 'string') {
      if (at < now || (at === now && stays === 'behind')) now += insert.length
      at += insert.length
    } else if (gone !== undefined) now -= Math.max(0, Math.min(gone, now - at))
  }
  return now
}

/** Where a change ends: there one goes on when it was undone. */
export function endOf(delta: Delta): number {
  let at = 0
  let end = 0
  for (const { retain, insert } of delta) {
    if (retain !== undefined) at += retain
    else {
      if (typeof insert === 'string') at += insert.length
      end = at
    }
  }
  return end
}

function sameFromEnd(before: string, after: string, end: number): boolean {
  return before[before.length - 1 - end] === after[after.length - 1 - end]
}

function partsALetter(text: string, place: number): boolean {
  const isHalf = (at: number, from: number, to: number) => {
    const unit = text.charCodeAt(at)
    return unit >= from && unit <= to
  }
  return isHalf(place - 1, 0xd800, 0xdbff) && isHalf(place, 0xdc00, 0xdfff)
}
