/** Where one's own picture floats: at the top or bottom, at the start or end of the line. */
export interface Corner {
  top: boolean
  start: boolean
}

/** Names of the corners, as they are kept. */
export const CORNERS = ['topStart', 'topEnd', 'bottomStart', 'bottomEnd'] as const
export type CornerName = (typeof CORNERS)[number]

export function cornerOf(name: CornerName): Corner {
  return { top: name.startsWith('top'), start: name.endsWith('Start') }
}

export function nameOf({ top, start }: Corner): CornerName {
  return `${top ? 'top' : 'bottom'}${start ? 'Start' : 'End'}`
}

/** The next one clockwise, where lines run from left to right. */
export function nextCorner(name: CornerName): CornerName {
  const { top, start } = cornerOf(name)
  return nameOf(top ? { top: start, start: false } : { top: start, start: true })
}

/** Where an arrow key moves it; null for other keys. */
export function moveByKey(name: CornerName, key: string, rightToLeft: boolean): CornerName | null {
  const corner = cornerOf(name)
  switch (key) {
    case 'ArrowUp':
      return nameOf({ ...corner, top: true })
    case 'ArrowDown':
      return nameOf({ ...corner, top: false })
    case 'ArrowLeft':
      return nameOf({ ...corner, start: !rightToLeft })
    case 'ArrowRight':
      return nameOf({ ...corner, start: rightToLeft })
    default:
      return null
  }
}

/** The corner that a point is nearest to, in fractions of the width and height from the top left. */
export function nearestCorner(x: number, y: number, rightToLeft: boolean): CornerName {
  return nameOf({ top: y < 0.5, start: x < 0.5 !== rightToLeft })
}
