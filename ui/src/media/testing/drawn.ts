import { readFileSync } from 'node:fs'

import { SEEN, type Tools } from '../picture/segmenter'

const PACKAGES = new URL('../../../node_modules/', import.meta.url)
const read = (path: string) => new Uint8Array(readFileSync(new URL(path, PACKAGES)))

/** The tools as the packages have them. */
export async function toolsOnDisk(): Promise<Tools> {
  const lite = '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm'
  const model = '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite'
  return { module: await WebAssembly.compile(read(lite)), model: read(model).buffer }
}

type Colour = readonly [number, number, number]

/** A drawn picture, as RGBA; places are from 0 to 1. */
export function drawn(colourAt: (x: number, y: number) => Colour): Uint8Array {
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
export function emptyRoom(x: number, y: number): Colour {
  if (x < 0.3 && y > 0.1 && y < 0.6) return [235, 242, 250]
  if (x > 0.7) return Math.floor(y * 5) % 2 === 0 ? [96, 66, 42] : [60, 80, 110]
  const light = 200 - 90 * x
  return [light, light * 0.97, light * 0.9]
}

const isWithin = (x: number, y: number, width: number, height: number) =>
  (x / width) ** 2 + (y / height) ** 2 < 1

/** Head and shoulders before a chequered wall. */
export function person(x: number, y: number): Colour {
  if (isWithin(x - 0.5, y - 0.42, 0.1, 0.22)) return [224, 163, 126]
  return isWithin(x - 0.5, y - 1.06, 0.26, 0.47) ? [163, 52, 46] : wall(x, y)
}
