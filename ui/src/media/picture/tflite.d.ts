// What of TensorFlow Lite is used, as Twilio's package has it; it comes without types.
declare module '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js' {
  export interface TfLite {
    readonly HEAPU8: Uint8Array
    readonly HEAPF32: Float32Array
    _getModelBufferMemoryOffset(): number
    /** Zero where it went well. */
    _loadModel(bytes: number): number
    _getInputMemoryOffset(): number
    _getInputWidth(): number
    _getInputHeight(): number
    _getOutputMemoryOffset(): number
    /** Zero where it went well. */
    _runInference(): number
  }

  export default function load(options: {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ) => WebAssembly.Exports
    print: (line: string) => void
    printErr: (line: string) => void
  }): Promise<TfLite>
}
