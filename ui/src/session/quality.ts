import type { Flow, Statistics } from '../media/statistics'

/** How good a connection is: 4 is good, 1 is bad. */
export type Bars = 1 | 2 | 3 | 4

/** What tells how good a connection is; null where nothing flows that would tell it. */
export interface Condition {
  /** 0 to 1, of the direction that loses more. */
  loss: number | null
  /** Milliseconds. */
  roundTrip: number | null
  jitter: number | null
}

/**
 * Up to what each number of bars is shown. Speech survives a loss of 2 % unheard and one of
 * 10 % with gaps; people talk over each other from about 400 ms there and back on (ITU-T
 * G.114); jitter adds to that, as it must be waited for.
 */
export const THRESHOLDS = [
  { bars: 4, loss: 0.02, roundTrip: 200, jitter: 30 },
  { bars: 3, loss: 0.05, roundTrip: 400, jitter: 60 },
  { bars: 2, loss: 0.1, roundTrip: 800, jitter: 120 },
] as const satisfies readonly { bars: Bars; loss: number; roundTrip: number; jitter: number }[]

// One bad reading is a hiccup, and what has been bad is not good at once.
const WORSE_AFTER = 2
const BETTER_AFTER = 3

export function conditionOf({ flows, roundTrip }: Statistics): Condition {
  const alive = flows.filter(({ packets }) => packets > 0)
  const sound = alive.filter(({ slot }) => slot === 'microphone')
  // Pictures come in bursts, which look like jitter; sound tells it better.
  const jitters = heard((sound.length > 0 ? sound : alive).map(({ jitter }) => jitter))
  const losses = heard([lossOf(alive, 'received'), lossOf(alive, 'sent')])
  return {
    loss: losses.length === 0 ? null : Math.max(...losses),
    roundTrip: roundTrip === null ? null : roundTrip * 1000,
    jitter: jitters.length === 0 ? null : Math.max(...jitters) * 1000,
  }
}

/** What one reading is worth; null when it says nothing. */
export function rate(condition: Condition): Bars | null {
  const { loss, roundTrip, jitter } = condition
  if (loss === null && roundTrip === null && jitter === null) return null
  const level = THRESHOLDS.find(
    (it) =>
      (loss ?? 0) <= it.loss && (roundTrip ?? 0) <= it.roundTrip && (jitter ?? 0) <= it.jitter,
  )
  return level?.bars ?? 1
}

/** Bars that do not flicker. */
export class Steady {
  #bars: Bars | null = null
  #recent: Bars[] = []

  /** Null before the first reading. */
  get bars(): Bars | null {
    return this.#bars
  }

  hear(reading: Bars): Bars {
    this.#recent = [...this.#recent, reading].slice(-BETTER_AFTER)
    const bars = (this.#bars ??= reading)
    const latest = this.#recent.slice(-WORSE_AFTER)
    if (latest.length === WORSE_AFTER && latest.every((it) => it < bars)) {
      this.#bars = Math.max(...latest) as Bars
    } else if (this.#recent.length === BETTER_AFTER && this.#recent.every((it) => it > bars)) {
      this.#bars = Math.min(...this.#recent) as Bars
    }
    return this.#bars
  }
}

/** The loss of all that goes one way together, so that a trickle counts as one. */
function lossOf(flows: readonly Flow[], direction: Flow['direction']): number | null {
  let packets = 0
  let lost = 0
  for (const it of flows) {
    if (it.direction !== direction || it.loss === null) continue
    packets += it.packets
    lost += it.loss * it.packets
  }
  return packets === 0 ? null : lost / packets
}

function heard(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null)
}
