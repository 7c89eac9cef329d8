import load, { type TfLite } from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js'

/** What a person is found with. */
export interface Tools {
  /** TensorFlow Lite. */
  module: WebAssembly.Module
  model: ArrayBuffer
}

/** The pictures that the model looks at; one of another shape is stretched. */
export const SEEN = { width: 256, height: 144 } as const

const PIXELS = SEEN.width * SEEN.height
const BYTES = Float32Array.BYTES_PER_ELEMENT
const log = (line: string) => {
  console.debug(line)
}

/** Tells people from the room around them. */
export class Segmenter {
  readonly #lite: TfLite
  readonly #mask = new Uint8Array(PIXELS)

  private constructor(lite: TfLite) {
    this.#lite = lite
  }

  static async open({ module, model }: Tools): Promise<Segmenter> {
    const lite = await load({
      instantiateWasm(imports, receive) {
        const instance = new WebAssembly.Instance(module, imports)
        receive(instance)
        return instance.exports
      },
      print: log,
      printErr: log,
    })
    lite.HEAPU8.set(new Uint8Array(model), lite._getModelBufferMemoryOffset())
    if (lite._loadModel(model.byteLength) !== 0) throw new Error('The model was not read.')
    if (lite._getInputWidth() !== SEEN.width || lite._getInputHeight() !== SEEN.height) {
      throw new Error('The model looks at other pictures.')
    }
    return new Segmenter(lite)
  }

  /** How surely each pixel, of RGBA, is a person's, from 0 to 255. The next mask takes this one's place. */
  find(pixels: Uint8Array): Uint8Array {
    const lite = this.#lite
    const input = this.#numbers(lite._getInputMemoryOffset(), 3 * PIXELS)
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      for (let colour = 0; colour < 3; colour++) {
        input[pixel * 3 + colour] = (pixels[pixel * 4 + colour] ?? 0) / 255
      }
    }
    if (lite._runInference() !== 0) throw new Error('The model failed.')
    const output = this.#numbers(lite._getOutputMemoryOffset(), PIXELS)
    for (let pixel = 0; pixel < PIXELS; pixel++) {
      this.#mask[pixel] = Math.round((output[pixel] ?? 0) * 255)
    }
    return this.#mask
  }

  /** Of its memory, which may have grown since. */
  #numbers(place: number, count: number): Float32Array {
    return this.#lite.HEAPF32.subarray(place / BYTES, place / BYTES + count)
  }
}
