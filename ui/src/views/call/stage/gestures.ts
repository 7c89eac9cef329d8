import type { Attachment } from 'svelte/attachments'

import type { Point } from '../../../session/zoom'

export interface Gestures {
  /** So many times larger; what is at `at`, seen from the middle, stays there. */
  onzoom: (factor: number, at: Point) => void
  onpan: (by: Point) => void
}

// A notch of most wheels is a hundred of these.
const WHEEL = 0.0022

/** Hears how a picture is zoomed and moved: with a wheel, one pointer or two fingers. */
export function gestures({ onzoom, onpan }: Gestures): Attachment<HTMLElement> {
  return (element) => {
    const pointers = new Map<number, Point>()

    const middle = (): Point => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    const fromMiddle = ({ x, y }: Point): Point => ({ x: x - middle().x, y: y - middle().y })
    /** Between the fingers, and how far they are apart. */
    const grip = () => {
      const [a, b] = [...pointers.values()]
      if (a === undefined) return null
      const at = b === undefined ? a : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
      return { at, apart: b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y) }
    }

    const wheel = (event: WheelEvent) => {
      // Browsers report a pinch on a touchpad as a wheel with Ctrl.
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const at = fromMiddle({ x: event.clientX, y: event.clientY })
      onzoom(Math.exp(-event.deltaY * WHEEL), at)
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('button') !== null) return
      element.setPointerCapture(event.pointerId)
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
    }
    const move = (event: PointerEvent) => {
      if (!pointers.has(event.pointerId)) return
      const before = grip()
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const after = grip()
      if (before === null || after === null) return
      onpan({ x: after.at.x - before.at.x, y: after.at.y - before.at.y })
      if (before.apart > 0) onzoom(after.apart / before.apart, fromMiddle(after.at))
    }
    const up = (event: PointerEvent) => {
      pointers.delete(event.pointerId)
    }
    // Whoever scrolls with Ctrl means the picture and not the page.
    element.addEventListener('wheel', wheel, { passive: false })
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    return () => {
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
    }
  }
}
