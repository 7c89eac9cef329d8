import { SvelteMap } from 'svelte/reactivity'

import { type Snapshot, type Statistics, compare } from '../media/statistics'
import { type Bars, Steady, conditionOf, rate } from './quality'

/** A connection that can be asked how it is. */
export interface Measured {
  measure(): Promise<Snapshot>
}

/** What is known of the connection to somebody. */
export interface Reading {
  bars: Bars | null
  /** Oldest first, of the last minute. */
  history: readonly Statistics[]
}

/** Milliseconds of history that are kept. */
export const SPAN = 60_000

// For the bars, and while somebody looks at the figures.
const SLOWLY = 6000
const QUICKLY = 2000
// More than a minute's at the quicker beat, should a clock jump.
const MOST = 40

interface Watched {
  of: Measured
  steady: Steady
  snapshot: Snapshot | null
  isAsked: boolean
}

/** How the connections to everyone are: one timer asks them all, more often while somebody looks. */
export class Health {
  readonly #measured: () => Iterable<readonly [number, Measured]>
  // Nobody looks at it but the timer.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #watched = new Map<number, Watched>()
  readonly #readings = new SvelteMap<number, Reading>()
  #timer: ReturnType<typeof setInterval> | undefined
  #isRunning = false
  #lookers = 0

  constructor(measured: () => Iterable<readonly [number, Measured]>) {
    this.#measured = measured
  }

  of(who: number): Reading | null {
    return this.#readings.get(who) ?? null
  }

  /**
   * How one's own connection is, as far as those to others tell: if even the best of
   * them is bad, it is most likely one's own.
   */
  get own(): Bars | null {
    const all = [...this.#readings.values()].flatMap(({ bars }) => bars ?? [])
    return all.length === 0 ? null : (Math.max(...all) as Bars)
  }

  start(): void {
    this.#isRunning = true
    this.#beat()
  }

  stop(): void {
    this.#isRunning = false
    this.#beat()
    this.#watched.clear()
    this.#readings.clear()
  }

  /** Somebody looks at the figures, until what is returned is called. */
  look(): () => void {
    this.#lookers++
    this.#beat()
    return () => {
      this.#lookers--
      this.#beat()
    }
  }

  #beat(): void {
    clearInterval(this.#timer)
    if (!this.#isRunning) return
    const ask = () => {
      this.#ask()
    }
    if (this.#lookers > 0) ask()
    this.#timer = setInterval(ask, this.#lookers > 0 ? QUICKLY : SLOWLY)
  }

  #ask(): void {
    const now = [...this.#measured()]
    for (const [who, { of }] of this.#watched) {
      if (now.some(([it, measured]) => it === who && measured === of)) continue
      this.#watched.delete(who)
      this.#readings.delete(who)
    }
    for (const [who, of] of now) void this.#measure(who, of)
  }

  async #measure(who: number, of: Measured): Promise<void> {
    const watched = this.#watched.get(who) ?? newlyWatched(of)
    this.#watched.set(who, watched)
    // A busy browser may take longer than a beat.
    if (watched.isAsked) return
    watched.isAsked = true
    let snapshot: Snapshot
    try {
      snapshot = await of.measure()
    } catch {
      // It was closed meanwhile, or the browser has no answer; the next beat may.
      return
    } finally {
      watched.isAsked = false
    }
    if (this.#watched.get(who) !== watched) return
    const before = watched.snapshot
    watched.snapshot = snapshot
    if (before !== null) this.#tell(who, watched.steady, compare(before, snapshot))
  }

  #tell(who: number, steady: Steady, statistics: Statistics): void {
    const reading = rate(conditionOf(statistics))
    const bars = reading === null ? steady.bars : steady.hear(reading)
    const kept = (this.#readings.get(who)?.history ?? [])
      .filter(({ at }) => at > statistics.at - SPAN && at < statistics.at)
      .slice(1 - MOST)
    this.#readings.set(who, { bars, history: [...kept, statistics] })
  }
}

function newlyWatched(of: Measured): Watched {
  return { of, steady: new Steady(), snapshot: null, isAsked: false }
}
