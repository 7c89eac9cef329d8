import { expect, it } from 'vitest'

import { type Framed, WHOLE, bound, panBy, zoomBy } from './zoom'

// The picture is twice as wide as the frame needs: bars above and below.
const framed: Framed = { frame: { width: 400, height: 400 }, picture: { width: 1600, height: 800 } }

it('keeps what is under the pointer there', () => {
  const zoom = zoomBy(WHOLE, 4, framed, { x: 100, y: 0 })
  expect(zoom).toEqual({ scale: 4, x: -300, y: 0 })
  const nearer = zoomBy(zoom, 1.5, framed, { x: 100, y: 50 })
  const seen = (at: number, { scale, x }: typeof zoom) => (at - x) / scale
  expect(seen(100, nearer)).toBeCloseTo(seen(100, zoom))
})

it('goes neither out of the picture nor beyond eight times', () => {
  expect(zoomBy(WHOLE, 0.5, framed)).toEqual(WHOLE)
  expect(zoomBy(WHOLE, 100, framed).scale).toBe(8)
  const zoom = zoomBy(WHOLE, 4, framed)
  expect(panBy(zoom, { x: 9999, y: 9999 }, framed)).toEqual({ scale: 4, x: 600, y: 200 })
  expect(panBy(zoom, { x: -9999, y: -9999 }, framed)).toEqual({ scale: 4, x: -600, y: -200 })
  expect(panBy(WHOLE, { x: 10, y: 10 }, framed), 'what is seen whole stays').toEqual(WHOLE)
})

it('is in the middle again when it is whole again', () => {
  let zoom = panBy(zoomBy(WHOLE, 4, framed), { x: 600, y: 200 }, framed)
  zoom = zoomBy(zoom, 0.25, framed)
  expect(zoom).toEqual(WHOLE)
})

it('follows a frame that becomes another', () => {
  const zoom = panBy(zoomBy(WHOLE, 4, framed), { x: 600, y: 0 }, framed)
  const wide = { ...framed, frame: { width: 800, height: 200 } }
  expect(bound(zoom, wide).x).toBe(400)
  expect(bound(zoom, { ...framed, picture: { width: 0, height: 0 } })).toEqual(WHOLE)
})
