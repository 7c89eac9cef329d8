import model from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url'

import { kept } from '../kept'
import { compiledBy } from '../wasm/compiled'
import Compiler from './compiler?worker'
import type { Tools } from './segmenter'

const PATIENCE = 30_000

/** What a person is found with, loaded once. */
export const tools = kept(load)

async function load(): Promise<Tools> {
  const signal = AbortSignal.timeout(PATIENCE)
  const [module, response] = await Promise.all([
    compiledBy(new Compiler()),
    fetch(model, { signal }),
  ])
  if (!response.ok) throw new Error(`The model was not loaded: ${response.status}`)
  return { module, model: await response.arrayBuffer() }
}
