// Takes the noise out of a voice, where the browser's sound is made.

import load from '@jitsi/rnnoise-wasm/dist/rnnoise.js'

import { Frames } from './frames'

// The scope of worklets, which the compiler's library does not know.
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void

// RNNoise hears ten milliseconds at a time, at 48 kHz, as numbers of 16 bits.
const FRAME = 480
const SCALE = 32768
const BYTES = Float32Array.BYTES_PER_ELEMENT

class Denoise extends AudioWorkletProcessor {
  readonly #frames: Frames

  constructor({ processorOptions }: { processorOptions: { module: WebAssembly.Module } }) {
    super()
    const rnnoise = {
      instantiateWasm(imports: WebAssembly.Imports, receive: (it: WebAssembly.Instance) => void) {
        const instance = new WebAssembly.Instance(processorOptions.module, imports)
        receive(instance)
        return instance.exports
      },
    } as Parameters<typeof load>[0]
    // With a module that is compiled already, it is ready before this returns.
    void load(rnnoise)
    const state = rnnoise._rnnoise_create(0)
    const place = rnnoise._malloc(2 * FRAME * BYTES)
    const frame = (index: number) =>
      new Float32Array(rnnoise.HEAPF32.buffer, place + index * FRAME * BYTES, FRAME)
    this.#frames = new Frames(
      frame(0),
      frame(1),
      () => {
        rnnoise._rnnoise_process_frame(state, place + FRAME * BYTES, place)
      },
      SCALE,
    )
    this.port.postMessage('ready')
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const output = outputs[0]?.[0]
    if (output !== undefined) this.#frames.exchange(inputs[0]?.[0], output)
    return true
  }
}

registerProcessor('denoise', Denoise as unknown as typeof AudioWorkletProcessor)
