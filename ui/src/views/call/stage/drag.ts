import type { Attachment } from 'svelte/attachments'

import { type CornerName, nearestCorner } from '../../../session/corner'
import type { Point } from '../../../session/zoom'

export interface Dragging {
  ondrag: (by: Point) => void
  /** Called with the corner that it was dropped near to; null if it was not moved. */
  ondrop: (corner: CornerName | null) => void
}

// A hand is not quite still when it clicks.
const SLACK = 6

/** Lets an element be dragged to a corner of the one that it floats in. */
export function drag({ ondrag, ondrop }: Dragging): Attachment<HTMLElement> {
  return (element) => {
    let from: Point | null = null
    let isMoving = false

    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('button') !== null) return
      from = { x: event.clientX, y: event.clientY }
      element.setPointerCapture(event.pointerId)
    }
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (from === null) return
      const by = { x: clientX - from.x, y: clientY - from.y }
      isMoving ||= Math.hypot(by.x, by.y) > SLACK
      if (isMoving) ondrag(by)
    }
    const up = () => {
      if (from === null) return
      ondrop(isMoving ? cornerOf(element) : null)
      from = null
      isMoving = false
    }
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
    }
  }
}

function cornerOf(element: HTMLElement): CornerName | null {
  const around = element.offsetParent?.getBoundingClientRect()
  if (around === undefined) return null
  const { left, top, width, height } = element.getBoundingClientRect()
  const x = (left + width / 2 - around.left) / around.width
  const y = (top + height / 2 - around.top) / around.height
  return nearestCorner(x, y, getComputedStyle(element).direction === 'rtl')
}
