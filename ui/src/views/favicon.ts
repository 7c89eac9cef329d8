import type { Seen, Sign } from '../session/sign'

const SIZE = 64
const DRAWING = '/favicon.svg'

// Colours of a mark of a few pixels, on tabs of any colour.
const COLOURS = {
  reconnecting: '#b3261e',
  knocking: '#1f6fb5',
  muted: '#6b6b6b',
  live: '#2c8a47',
} satisfies Record<Sign, string>

let drawing: Promise<HTMLImageElement> | null = null
// Counts what was asked for, as the drawing may be loaded late.
let turn = 0

/** Shows the state of a call in the tab's icon; null for the icon as it is. */
export async function showSign(seen: Seen | null): Promise<void> {
  const mine = ++turn
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (link === null) return
  if (seen === null) {
    wear(link, DRAWING, 'image/svg+xml')
    return
  }
  const href = await drawn(seen)
  if (mine === turn && href !== null) wear(link, href, 'image/png')
}

function wear(link: HTMLLinkElement, href: string, type: string): void {
  link.type = type
  link.href = href
}

async function drawn({ sign, unread }: Seen): Promise<string | null> {
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const context = canvas.getContext('2d')
  if (context === null) return null
  try {
    context.drawImage(await (drawing ??= load()), 0, 0, SIZE, SIZE)
  } catch {
    // The server is gone before it gave the drawing; the next time it may be there.
    drawing = null
    return null
  }
  mark(context, 46, 46, 18, COLOURS[sign])
  if (sign === 'muted') strike(context, 46, 46, 9)
  if (unread > 0) mark(context, 48, 14, 12, '#d9480f')
  return canvas.toDataURL()
}

/** A disc, with a gap around it that shows the tab's own colour, light or dark. */
function mark(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
): void {
  disc(context, x, y, radius + 4, 'destination-out', colour)
  disc(context, x, y, radius, 'source-over', colour)
}

function disc(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  operation: GlobalCompositeOperation,
  colour: string,
): void {
  context.globalCompositeOperation = operation
  context.fillStyle = colour
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}

function strike(context: CanvasRenderingContext2D, x: number, y: number, reach: number): void {
  context.strokeStyle = '#ffffff'
  context.lineWidth = 6
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(x - reach, y - reach)
  context.lineTo(x + reach, y + reach)
  context.stroke()
}

function load(): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('The icon did not load.'))
    image.src = DRAWING
  })
}
