/** How tiles are laid out: so many columns and rows of tiles this large. */
export interface Layout {
  columns: number
  rows: number
  width: number
  height: number
}

const WIDEST = 16 / 9
const SQUARE = 1
// Where the space is upright, as on a phone, pictures may be too.
const UPRIGHT = 3 / 4

/** The grid in which `count` tiles are largest, in a space of `width` by `height`. */
export function layOut(count: number, width: number, height: number, gap = 8): Layout {
  const tallest = height > width ? UPRIGHT : SQUARE
  let best: Layout = { columns: 1, rows: 1, width: 0, height: 0 }
  for (let columns = 1; columns <= Math.max(1, count); columns++) {
    const rows = Math.ceil(count / columns)
    const layout = { columns, rows, ...tile(columns, rows, tallest, width, height, gap) }
    if (area(layout) > area(best)) best = layout
  }
  return best
}

function tile(
  columns: number,
  rows: number,
  tallest: number,
  width: number,
  height: number,
  gap: number,
) {
  const cellWidth = Math.max(0, (width - gap * (columns - 1)) / columns)
  const cellHeight = Math.max(0, (height - gap * (rows - 1)) / rows)
  return {
    width: Math.floor(Math.min(cellWidth, cellHeight * WIDEST)),
    height: Math.floor(Math.min(cellHeight, cellWidth / tallest)),
  }
}

function area({ width, height }: Layout): number {
  return width * height
}
