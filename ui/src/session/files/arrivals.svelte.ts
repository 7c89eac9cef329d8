import { SvelteMap } from 'svelte/reactivity'

import type { OpenSink } from '../../media/files/sink'
import { explain } from '../../words/explain'
import { say } from '../../words/speech.svelte'
import { Arrival } from './arrival.svelte'
import { MOST_AT_ONCE } from './bounds'
import { Download } from './download'
import type { Incoming } from './incoming'
import type { KeptFiles } from './kept'

export interface ArrivalsOptions {
  /** Of which meeting they are. */
  code: () => string
  kept: KeptFiles
  openSink: OpenSink
  /** Gives the user a file to keep. */
  save: (file: Blob, name: string) => void
  /** Says what became of one. */
  tell: (text: string, tone: 'calm' | 'worry') => void
}

/** What a file is known by. */
export interface Named {
  id: number
  name: string
  size: number
}

interface Arriving {
  name: string
  by: Incoming | Download
}

// The way may be broken, and not the connection.
const REACH_AFTER = 500

/** The files that arrive here, or did. */
export class Arrivals {
  readonly #options: ArrivalsOptions
  readonly #arriving = new SvelteMap<number, Arriving>()

  constructor(options: ArrivalsOptions) {
    this.#options = options
  }

  find(id: number): Arrival | null {
    return this.#arriving.get(id)?.by.arrival ?? null
  }

  get all(): readonly { id: number; name: string; arrival: Arrival }[] {
    return [...this.#arriving].map(([id, { name, by }]) => ({ id, name, arrival: by.arrival }))
  }

  /** Loads a file from the server that keeps it. */
  async load(file: Named): Promise<void> {
    const { kept, code, tell } = this.#options
    await this.begin(file, (arrival) => {
      const download = new Download(arrival, kept, code, file.id, (failure) => {
        tell(explain(failure), 'worry')
      })
      download.go()
      return download
    })
  }

  /** Makes room for a file, and begins. */
  async begin(
    { id, name, size }: Named,
    by: (arrival: Arrival) => Incoming | Download,
  ): Promise<void> {
    const coming = this.all.filter(({ arrival }) => !arrival.isOver)
    if (coming.length >= MOST_AT_ONCE) {
      this.#options.tell(say.files.tooMany(MOST_AT_ONCE), 'worry')
      return
    }
    const sink = await this.#openSink(name, size)
    if (sink === null) return
    const arrival: Arrival = new Arrival(size, sink, () => {
      this.#changed(id, name, arrival)
    })
    this.#arriving.set(id, { name, by: by(arrival) })
  }

  pause(id: number): void {
    this.#arriving.get(id)?.by.pause()
  }

  go(id: number): void {
    this.#arriving.get(id)?.by.go()
  }

  /** Wants no more of it. */
  async cancel(id: number): Promise<void> {
    await this.#arriving.get(id)?.by.cancel()
  }

  save(id: number): void {
    const arriving = this.#arriving.get(id)
    const file = arriving?.by.arrival.file
    if (file != null) this.#options.save(file, arriving?.name ?? '')
  }

  /** Takes what arrived, or did not, from the list. */
  async forget(id: number): Promise<void> {
    const arriving = this.#arriving.get(id)
    this.#arriving.delete(id)
    await arriving?.by.arrival.forget()
  }

  /** Does something with one that does not come from a server. */
  direct(id: number): Incoming | null {
    const by = this.#arriving.get(id)?.by
    return by === undefined || by instanceof Download ? null : by
  }

  /** It does not come any more. */
  gone(id: number): void {
    const arrival = this.find(id)
    // All bytes are here, and are only looked at.
    if (arrival !== null && arrival.state !== 'checking') void arrival.stop('gone')
  }

  async #openSink(name: string, size: number) {
    const { openSink, tell } = this.#options
    try {
      const sink = await openSink(name, size)
      if (typeof sink !== 'string') return sink
      if (sink !== 'cancelled') tell(say.files.noRoom[sink](name), 'worry')
    } catch {
      tell(say.files.noRoom.full(name), 'worry')
    }
    return null
  }

  #changed(id: number, name: string, { state, end }: Arrival): void {
    const { tell } = this.#options
    switch (state) {
      case 'whole':
        tell(say.files.arrived(name), 'calm')
        this.save(id)
        break
      case 'damaged':
        tell(say.files.damaged(name), 'worry')
        break
      case 'stopped':
        if (end !== null && end !== 'cancelled' && end !== 'refused') {
          tell(say.files.ended(name, say.files.ends[end]), 'worry')
        }
        break
      case 'lost':
        setTimeout(() => this.direct(id)?.reach(), REACH_AFTER)
        break
      case 'opening':
      case 'coming':
      case 'paused':
      case 'checking':
        break
      default:
        state satisfies never
    }
  }
}
