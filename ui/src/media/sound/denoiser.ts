// Loaded when somebody wants it: most never do.

import { kept } from '../kept'
import { compiledBy } from '../wasm/compiled'
import { within } from '../within'
import Compiler from './compiler?worker'
import worklet from './rnnoise.worklet?worker&url'
import type { Processor } from './sent.svelte'

// RNNoise would take a voice at another pitch for noise.
const RATE = 48_000
const PATIENCE = 15_000

const compiled = kept(() => compiledBy(new Compiler()))

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
  const module = await compiled()
  await context.audioWorklet.addModule(worklet)
  const node = new AudioWorkletNode(context, 'denoise', {
    channelCount: 1,
    channelCountMode: 'explicit',
    outputChannelCount: [1],
    processorOptions: { module },
  })
  await within<null>(PATIENCE, (resolve, reject) => {
    node.port.onmessage = () => {
      resolve(null)
    }
    node.onprocessorerror = () => {
      reject(new Error('RNNoise did not start.'))
    }
  })
  return node
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
