// Paints what the camera sees beside the page, which shall not stutter meanwhile.

import { median } from './light'
import type { Order, Report } from './messages'
import { Painter } from './painter'
import { RoomLearner, RoomWatch } from './room'

const EVERY = 1000

const painter = new Painter()
let learner: RoomLearner | null = null
let learns = false
let watch = new RoomWatch()

function tell(report: Report): void {
  postMessage(report)
}

self.onmessage = ({ data }: MessageEvent<Order>) => {
  switch (data.type) {
    case 'begin':
      painter.look = data.look
      painter.room = data.room
      void run(data.readable, data.writable)
      break
    case 'look':
      painter.look = data.look
      break
    case 'learn':
      learns = true
      break
    default:
      data satisfies never
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
  const knew = painter.room !== null
  const { painted: picture, coverage } = painter.paint(frame)
  if (painter.lost) throw new Error('The context was lost.')
  if (learns) learn()
  else if (knew && (painter.room === null || watch.isLost(coverage))) {
    painter.room = null
    tell({ type: 'lost' })
  }
  return new VideoFrame(picture, { timestamp: frame.timestamp, alpha: 'discard' })
}

function learn(): void {
  const small = painter.read()
  if (small === null) return
  // A camera that is turned sees another room.
  if (learner?.fits(small) !== true) learner = new RoomLearner(small.width, small.height)
  learner.look(small.pixels)
  if (!learner.done) return
  const room = learner.result()
  learner = null
  learns = false
  watch = new RoomWatch()
  if (room !== null) painter.room = room
  tell({ type: 'learnt', room })
}
