import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'

import { SEEN, Segmenter, type Tools } from './segmenter'

const PACKAGES = new URL('../../../node_modules/', import.meta.url)
const read = (path: string) => new Uint8Array(readFileSync(new URL(path, PACKAGES)))

let tools: Tools

beforeAll(async () => {
  const lite = '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm'
  const model = '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite'
  tools = { module: await WebAssembly.compile(read(lite)), model: read(model).buffer }
})

type Colour = readonly [number, number, number]

/** A drawn picture, as RGBA; places are from 0 to 1. */
function drawn(colourAt: (x: number, y: number) => Colour): Uint8Array {
  const { width, height } = SEEN
  return Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => [
      ...colourAt((at % width) / width, Math.floor(at / width) / height),
      255,
    ]).flat(),
  )
}

const wall = (x: number, y: number): Colour =>
  (Math.floor(x * 32) + Math.floor(y * 18)) % 2 === 0 ? [92, 114, 88] : [169, 183, 157]
/** A window in a wall that is lit by it, and a shelf. */
function emptyRoom(x: number, y: number): Colour {
  if (x < 0.3 && y > 0.1 && y < 0.6) return [235, 242, 250]
  if (x > 0.7) return Math.floor(y * 5) % 2 === 0 ? [96, 66, 42] : [60, 80, 110]
  const light = 200 - 90 * x
  return [light, light * 0.97, light * 0.9]
}

const isWithin = (x: number, y: number, width: number, height: number) =>
  (x / width) ** 2 + (y / height) ** 2 < 1

/** Head and shoulders before a chequered wall. */
function person(x: number, y: number): Colour {
  if (isWithin(x - 0.5, y - 0.42, 0.1, 0.22)) return [224, 163, 126]
  return isWithin(x - 0.5, y - 1.06, 0.26, 0.47) ? [163, 52, 46] : wall(x, y)
}

const share = (mask: Uint8Array) => mask.reduce((sum, it) => sum + it / 255, 0) / mask.length

it('tells somebody from the room around, wherever they are', async () => {
  const segmenter = await Segmenter.open(tools)
  const at = (mask: Uint8Array, x: number, y: number) =>
    mask[Math.floor(y * SEEN.height) * SEEN.width + Math.floor(x * SEEN.width)] ?? 0
  let mask = segmenter.find(drawn(person))
  expect(at(mask, 0.5, 0.42), 'the face').toBeGreaterThan(200)
  expect(at(mask, 0.5, 0.8), 'the chest').toBeGreaterThan(200)
  expect(at(mask, 0.1, 0.3), 'the wall').toBeLessThan(50)
  expect(share(mask)).toBeCloseTo(0.23, 1)
  mask = segmenter.find(drawn((x, y) => person(x + 0.25, y)))
  expect(at(mask, 0.25, 0.42), 'further left').toBeGreaterThan(200)
  expect(at(mask, 0.6, 0.42)).toBeLessThan(50)
})

it('finds nobody in an empty room', async () => {
  const segmenter = await Segmenter.open(tools)
  expect(share(segmenter.find(drawn(emptyRoom)))).toBeLessThan(0.02)
})

it('takes no file for a model that is none', async () => {
  await expect(Segmenter.open({ ...tools, model: new ArrayBuffer(64) })).rejects.toThrow()
})
