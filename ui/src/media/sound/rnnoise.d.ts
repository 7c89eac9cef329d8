// What of RNNoise's package is used; it comes without types.
declare module '@jitsi/rnnoise-wasm/dist/rnnoise.js' {
  interface Rnnoise {
    instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ) => WebAssembly.Exports
    readonly HEAPF32: Float32Array
    _malloc(bytes: number): number
    _rnnoise_create(model: number): number
    _rnnoise_process_frame(state: number, output: number, input: number): number
  }

  export default function load(rnnoise: Rnnoise): Promise<Rnnoise>
}
