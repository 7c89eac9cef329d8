// Paints what the camera sees beside the page, which shall not stutter meanwhile.

import { median } from './light'
import type { Order, Report } from './messages'
import { Painter } from './painter'
import { Segmenter, type Tools } from './segmenter'

const EVERY = 1000

const painter = new Painter()

function tell(report: Report): void {
  postMessage(report)
}

self.onmessage = ({ data }: MessageEvent<Order>) => {
  switch (data.type) {
    case 'begin':
      painter.look = data.look
      void run(data.readable, data.writable)
      break
    case 'look':
      painter.look = data.look
      break
    case 'equip':
      void equip(data.tools)
      break
    default:
      data satisfies never
  }
}

async function equip(tools: Tools): Promise<void> {
  try {
    painter.segmenter = await Segmenter.open(tools)
  } catch (error) {
    console.debug('Nobody can be told from the room.', error)
    tell({ type: 'failed' })
  }
}

async function run(
  readable: ReadableStream<VideoFrame>,
  writable: WritableStream<VideoFrame>,
): Promise<void> {
  let costs: number[] = []
  let told = performance.now()
  let began = false
  const paint = new TransformStream<VideoFrame, VideoFrame>(
    {
      transform(frame, out) {
        const before = performance.now()
        try {
          out.enqueue(painted(frame))
        } finally {
          frame.close()
        }
        const now = performance.now()
        costs.push(now - before)
        if (!began) tell({ type: 'ready' })
        began = true
        if (now - told < EVERY) return
        tell({ type: 'pace', cost: median(costs) ?? 0 })
        told = now
        costs = []
      },
    },
    // The newest picture is painted; those that come meanwhile are left out.
    { highWaterMark: 1 },
    { highWaterMark: 0 },
  )
  try {
    await readable.pipeThrough(paint).pipeTo(writable)
  } catch {
    tell({ type: 'failed' })
  }
}

function painted(frame: VideoFrame): VideoFrame {
  const picture = painter.paint(frame)
  if (painter.lost) throw new Error('The context was lost.')
  return new VideoFrame(picture, { timestamp: frame.timestamp, alpha: 'discard' })
}
