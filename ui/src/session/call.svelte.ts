import { SvelteMap } from 'svelte/reactivity'

import { shrinkFor } from '../media/budget'
import type { Devices } from '../media/devices.svelte'
import type { PeerConnectionFactory } from '../media/factory'
import { iceServers as readIceServers } from '../media/ice'
import { heard } from '../media/level'
import { Peer, type Tracks } from '../media/peer'
import { type SignalBody, readSignal } from '../media/signal'
import type { Media } from '../protocol/Media'
import type { Participant } from '../protocol/Participant'
import { Health } from './health.svelte'
import { Remote } from './remote.svelte'
import { Speakers } from './speakers.svelte'

export interface CallOptions {
  factory: PeerConnectionFactory
  iceServers: () => readonly string[]
  devices: Devices
  signal: (to: number, payload: unknown) => void
}

/** One other participant, and the way to them. */
interface Line {
  remote: Remote
  peer: Peer | null
  /** Which life of theirs one talks to; null until they say. */
  instance: string | null
  /** Whether they were in before, so that one offers to them and not they. */
  offers: boolean
}

const LISTEN_EVERY = 200

/** Connections to everyone in the meeting: whoever comes in offers to those who are there. */
export class Call {
  readonly #options: CallOptions
  readonly #lines = new SvelteMap<number, Line>()
  readonly speakers = new Speakers()
  readonly health = new Health(() => this.#peers())
  #you = 0
  // Names one's life since the last welcome.
  #instance = ''
  #listening: ReturnType<typeof setInterval> | undefined

  constructor(options: CallOptions) {
    this.#options = options
  }

  /** What arrives from someone else. */
  remote(who: number): Remote | null {
    return this.#lines.get(who)?.remote ?? null
  }

  /** One came in, or starts from nothing. */
  welcome(you: number, participants: readonly Participant[]): void {
    this.close()
    this.#you = you
    this.#instance = crypto.getRandomValues(new Uint32Array(4)).join('-')
    for (const { id, media } of participants) {
      if (id !== you) this.#open(id, media, true)
    }
    for (const [id, line] of this.#lines) {
      line.peer = this.#connect(id, line)
      line.peer.offer()
    }
    this.#listening = setInterval(() => {
      this.#listen()
    }, LISTEN_EVERY)
    this.health.start()
  }

  /** Someone came in, and will offer. */
  joined({ id, media }: Participant): void {
    this.#open(id, media, false)
    this.refresh()
  }

  left(who: number): void {
    this.#drop(who)
    this.refresh()
  }

  /** Someone starts from nothing, and will offer again. */
  startedAnew(who: number): void {
    const line = this.#lines.get(who)
    if (line !== undefined) this.#forget(line)
  }

  mediaChanged(who: number, media: Media): void {
    const line = this.#lines.get(who)
    if (line !== undefined) line.remote.media = media
  }

  signalled(from: number, payload: unknown): void {
    const line = this.#lines.get(from)
    const signal = readSignal(payload)
    if (line === undefined || signal === null) return
    if (signal.peer !== null && signal.peer !== this.#instance) return
    // From before they heard one's own offer, which is the one that counts.
    if (line.offers && signal.instance !== null && signal.peer === null) return

    const { description } = signal
    const opens = description?.type === 'offer'
    // Older clients do not name their lives, but each has a certificate of its own.
    const isOlder = signal.instance === null
    if (isOlder && opens && line.peer?.isAnother(description) === true) this.#forget(line)
    if (signal.instance !== null && signal.instance !== line.instance) {
      if (line.instance !== null) {
        if (!opens) return
        this.#forget(line)
      }
      line.instance = signal.instance
    }
    if (line.peer === null) {
      if (!opens) return
      line.peer = this.#connect(from, line)
    }
    void line.peer.receive(signal)
  }

  /** Sends what the devices give now, in the size for as many as there are. */
  refresh(): void {
    for (const { peer } of this.#lines.values()) peer?.refresh()
  }

  /** The network may be another one: mends what is broken. */
  revive(): void {
    for (const { peer } of this.#lines.values()) peer?.revive()
  }

  close(): void {
    clearInterval(this.#listening)
    this.health.stop()
    for (const { peer } of this.#lines.values()) peer?.close()
    this.#lines.clear()
  }

  *#peers(): Generator<[number, Peer]> {
    for (const [who, { peer }] of this.#lines) if (peer !== null) yield [who, peer]
  }

  #open(who: number, media: Media, offers: boolean): Line {
    this.#drop(who)
    const remote = new Remote(this.#options.factory, media)
    const line: Line = { remote, peer: null, instance: null, offers }
    this.#lines.set(who, line)
    return line
  }

  #drop(who: number): void {
    this.#lines.get(who)?.peer?.close()
    this.#lines.delete(who)
  }

  #forget(line: Line): void {
    line.peer?.close()
    line.peer = null
    line.instance = null
    line.offers = false
    line.remote.tracks = null
    line.remote.state = 'connecting'
  }

  #connect(who: number, line: Line): Peer {
    const { factory, iceServers, signal } = this.#options
    return new Peer({
      factory,
      configuration: {
        iceServers: readIceServers(iceServers()),
        bundlePolicy: 'max-bundle',
      },
      polite: this.#you > who,
      tracks: () => this.#tracks(),
      shrink: () => shrinkFor(this.#lines.size),
      send: (body: SignalBody) => {
        signal(who, { ...body, instance: this.#instance, peer: line.instance })
      },
      ontracks: (tracks) => {
        line.remote.tracks = tracks
      },
      onstate: (state) => {
        line.remote.state = state
      },
    })
  }

  #tracks(): Tracks {
    const { sound, camera, screen } = this.#options.devices
    return { microphone: sound, camera: camera.track, screen: screen.track }
  }

  #listen(): void {
    const levels = [{ who: this.#you, level: this.#options.devices.level }]
    for (const [who, { peer, remote }] of this.#lines) {
      levels.push({ who, level: remote.audio === null ? 0 : heard(peer?.loudness ?? 0) })
    }
    this.speakers.hear(levels, Date.now())
  }
}
