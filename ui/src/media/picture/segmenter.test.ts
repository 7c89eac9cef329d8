import { beforeAll, expect, it } from 'vitest'

import { drawn, emptyRoom, person, toolsOnDisk } from '../testing/drawn'
import { SEEN, Segmenter, type Tools } from './segmenter'

let tools: Tools

beforeAll(async () => {
  tools = await toolsOnDisk()
})

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
