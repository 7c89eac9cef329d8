import { SvelteMap } from 'svelte/reactivity'

import {
  EVERYTHING,
  type Wanted,
  sendCamera,
  shrinkCamera,
  shrinkScreen,
  thrifty,
} from '../media/budget'
import type { Devices } from '../media/devices.svelte'
import type { PeerConnectionFactory } from '../media/factory'
import type { Pipe, PipeListener } from '../media/pipe'
import { iceServers as readIceServers } from '../media/ice'
import { heard } from '../media/level'
import { Peer, type Sendings, type Tracks } from '../media/peer'
import { type SignalBody, readSignal } from '../media/signal'
import type { Media } from '../protocol/Media'
import type { Participant } from '../protocol/Participant'
import { Health } from './health.svelte'
import type { Preferences } from './preferences.svelte'
import { Remote } from './remote.svelte'
import { Speakers } from './speakers.svelte'

export interface CallOptions {
  factory: PeerConnectionFactory
  iceServers: () => readonly string[]
  devices: Devices
  /** Whether pictures of people are small, both ways, and whether those of others do not come. */
  thrift: () => Thrift
  signal: (to: number, payload: unknown) => void
  ways: WaysListener
}

/** Who hears of the ways to the others, beside sound and picture. */
export interface WaysListener {
  opened: (from: number, label: string, pipe: (listener: PipeListener) => Pipe) => void
  reached: (who: number) => void
  lost: (who: number) => void
}

type Thrift = Pick<Preferences, 'savesData' | 'pausesPictures'>

/** One other participant, and the way to them. */
interface Line {
  remote: Remote
  peer: Peer | null
  /** Which life of theirs one talks to; null until they say. */
  instance: string | null
  /** Whether they were in before, so that one offers to them and not they. */
  offers: boolean
  /** How large they show one's pictures. */
  wanted: Wanted
  /** How large they were told that theirs are shown; null for nothing. */
  told: Wanted | null
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
  #wants: (who: number) => Wanted = () => EVERYTHING

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
    if (line !== undefined) this.#forget(who, line)
  }

  /** Opens a way to someone; null while they cannot be reached. */
  openPipe(to: number, label: string, listener: PipeListener): Pipe | null {
    const line = this.#lines.get(to)
    return line?.remote.state === 'connected' ? (line.peer?.pipe(label, listener) ?? null) : null
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
    if (isOlder && opens && line.peer?.isAnother(description) === true) this.#forget(from, line)
    if (signal.instance !== null && signal.instance !== line.instance) {
      if (line.instance !== null) {
        if (!opens) return
        this.#forget(from, line)
      }
      line.instance = signal.instance
    }
    if (line.peer === null) {
      if (!opens) return
      line.peer = this.#connect(from, line)
    }
    this.#tell(from, line)
    if (signal.wanted !== undefined) {
      line.wanted = signal.wanted
      this.refresh()
    }
    void line.peer.receive(signal)
  }

  /** Sends what the devices give now, in the size for as many as there are. */
  refresh(): void {
    for (const { peer } of this.#lines.values()) peer?.refresh()
  }

  /** Tells everyone how large their pictures are shown, so that they send no more. */
  want(wants: (who: number) => Wanted): void {
    this.#wants = wants
    for (const [who, line] of this.#lines) this.#tell(who, line)
  }

  /** Data may be saved from now on, or no longer. */
  save(): void {
    for (const [who, line] of this.#lines) this.#tell(who, line)
    this.refresh()
  }

  /** The network may be another one: mends what is broken. */
  revive(): void {
    for (const { peer } of this.#lines.values()) peer?.revive()
  }

  close(): void {
    clearInterval(this.#listening)
    this.health.stop()
    for (const who of [...this.#lines.keys()]) this.#drop(who)
  }

  *#peers(): Generator<[number, Peer]> {
    for (const [who, { peer }] of this.#lines) if (peer !== null) yield [who, peer]
  }

  #open(who: number, media: Media, offers: boolean): Line {
    this.#drop(who)
    const remote = new Remote(this.#options.factory, media)
    const line: Line = {
      remote,
      peer: null,
      instance: null,
      offers,
      wanted: EVERYTHING,
      told: null,
    }
    this.#lines.set(who, line)
    return line
  }

  #drop(who: number): void {
    const line = this.#lines.get(who)
    this.#lines.delete(who)
    line?.peer?.close()
    if (line?.peer != null) this.#options.ways.lost(who)
  }

  #forget(who: number, line: Line): void {
    line.peer?.close()
    if (line.peer !== null) this.#options.ways.lost(who)
    line.peer = null
    line.instance = null
    line.offers = false
    line.wanted = EVERYTHING
    line.told = null
    line.remote.tracks = null
    line.remote.state = 'connecting'
  }

  /** Clients that do not name their lives know nothing of sizes. */
  #tell(who: number, line: Line): void {
    if (line.instance === null) return
    const { savesData, pausesPictures } = this.#options.thrift()
    const shown = this.#wants(who)
    const wanted = savesData ? thrifty(shown, pausesPictures) : shown
    const told = line.told ?? EVERYTHING
    if (wanted.camera === told.camera && wanted.screen === told.screen) return
    line.told = wanted
    this.#signal(who, line, { wanted })
  }

  #signal(who: number, line: Line, body: SignalBody): void {
    this.#options.signal(who, { ...body, instance: this.#instance, peer: line.instance })
  }

  #connect(who: number, line: Line): Peer {
    const { factory, iceServers } = this.#options
    return new Peer({
      factory,
      configuration: {
        iceServers: readIceServers(iceServers()),
        bundlePolicy: 'max-bundle',
      },
      polite: this.#you > who,
      tracks: () => this.#tracks(),
      sendings: () => this.#sendings(line),
      send: (body) => {
        this.#signal(who, line, body)
      },
      ontracks: (tracks) => {
        line.remote.tracks = tracks
      },
      onstate: (state) => {
        line.remote.state = state
        if (state === 'connected') this.#options.ways.reached(who)
      },
      onpipe: (label, pipe) => {
        this.#options.ways.opened(who, label, pipe)
      },
    })
  }

  #tracks(): Tracks {
    const { sound, picture, screen } = this.#options.devices
    return {
      microphone: sound,
      camera: picture.track,
      screen: screen.track,
      screenSound: screen.sound,
    }
  }

  #sendings({ wanted }: Line): Sendings {
    const cameras = [...this.#lines.values()].map((line) => line.wanted.camera)
    const screen = shrinkScreen(wanted.screen)
    return {
      camera: sendCamera(shrinkCamera(wanted.camera, cameras), this.#options.thrift().savesData),
      screen: screen === null ? null : { shrink: screen, frames: null },
    }
  }

  #listen(): void {
    const levels = [{ who: this.#you, level: this.#options.devices.level }]
    for (const [who, { peer, remote }] of this.#lines) {
      levels.push({ who, level: remote.audio === null ? 0 : heard(peer?.loudness ?? 0) })
    }
    this.speakers.hear(levels, Date.now(), this.#you)
  }
}
