// Compiles RNNoise, and ends. The policy of pages lets nothing be compiled in them; the
// server gives this script, which does nothing else, a policy of its own that does.

import wasm from '@jitsi/rnnoise-wasm/dist/rnnoise.wasm?url'

async function compiled(): Promise<WebAssembly.Module | null> {
  try {
    return await WebAssembly.compileStreaming(fetch(wasm))
  } catch (error) {
    console.debug('RNNoise could not be compiled.', error)
    return null
  }
}

void compiled().then((module) => {
  postMessage(module)
})
