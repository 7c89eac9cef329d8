// Loaded when somebody wants it: most never do.

import Compiler from './compiler?worker'
import worklet from './rnnoise.worklet?worker&url'
import type { Processor } from './sent.svelte'

// RNNoise would take a voice at another pitch for noise.
const RATE = 48_000
const PATIENCE = 15_000

let compiled: Promise<WebAssembly.Module> | null = null

/** Takes the noise out of what a microphone hears. Throws where the browser cannot. */
export async function open(track: MediaStreamTrack, onchange: () => void): Promise<Processor> {
  const context = new AudioContext({ sampleRate: RATE, latencyHint: 'interactive' })
  try {
    const denoise = await denoiser(context)
    const destination = context.createMediaStreamDestination()
    context
      .createMediaStreamSource(new MediaStream([track]))
      .connect(denoise)
      .connect(destination)
    const [sent] = destination.stream.getAudioTracks()
    if (sent === undefined) throw new Error('A destination has a track.')
    return run(context, sent, onchange)
  } catch (error) {
    void context.close()
    throw error
  }
}

async function denoiser(context: AudioContext): Promise<AudioNode> {
  compiled ??= compile()
  let module: WebAssembly.Module
  try {
    module = await compiled
  } catch (error) {
    // The server may be back when it is wanted again.
    compiled = null
    throw error
  }
  await context.audioWorklet.addModule(worklet)
  const node = new AudioWorkletNode(context, 'denoise', {
    channelCount: 1,
    channelCountMode: 'explicit',
    outputChannelCount: [1],
    processorOptions: { module },
  })
  await within<null>((resolve, reject) => {
    node.port.onmessage = () => {
      resolve(null)
    }
    node.onprocessorerror = () => {
      reject(new Error('RNNoise did not start.'))
    }
  })
  return node
}

async function compile(): Promise<WebAssembly.Module> {
  const compiler = new Compiler()
  try {
    return await within((resolve, reject) => {
      compiler.onmessage = ({ data }: MessageEvent<WebAssembly.Module | null>) => {
        if (data === null) reject(new Error('RNNoise was not compiled.'))
        else resolve(data)
      }
      compiler.onerror = () => {
        reject(new Error('RNNoise was not loaded.'))
      }
    })
  } finally {
    compiler.terminate()
  }
}

/** Browsers keep a context still until the page was touched, and may pause it later. */
function run(context: AudioContext, track: MediaStreamTrack, onchange: () => void): Processor {
  const over = new AbortController()
  const wake = () => {
    if (context.state !== 'running') void context.resume()
  }
  for (const event of ['pointerdown', 'keydown']) {
    addEventListener(event, wake, { capture: true, signal: over.signal })
  }
  context.onstatechange = onchange
  wake()
  return {
    track,
    get running() {
      return context.state === 'running'
    },
    close: () => {
      over.abort()
      context.onstatechange = null
      void context.close()
    },
  }
}

function within<T>(
  executor: (resolve: (value: T) => void, reject: (reason: Error) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('RNNoise took too long.'))
    }, PATIENCE)
    const settle =
      <V>(how: (value: V) => void) =>
      (value: V) => {
        clearTimeout(timer)
        how(value)
      }
    executor(settle(resolve), settle(reject))
  })
}
