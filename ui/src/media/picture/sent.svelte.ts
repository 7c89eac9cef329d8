import { isTooSlow } from '../../session/pace'
import { type Effects, NO_EFFECTS, alters, hides } from './effects'

/** Paints what a camera sees. */
export interface Studio {
  /** What it paints. */
  readonly track: MediaStreamTrack
  change: (effects: Effects) => Promise<void>
  close: () => void
}

export interface StudioEvents {
  /** What a picture costs, in milliseconds; once a second. */
  onpace: (cost: number) => void
  onfailed: () => void
}

/** Opens one for a camera; it throws where that cannot be. */
export type OpenStudio = (
  camera: MediaStreamTrack,
  effects: Effects,
  events: StudioEvents,
) => Promise<Studio>

/** Why pictures are not painted. */
export type Unpainted = 'slow' | 'failed'

interface SentOptions {
  open: OpenStudio
  /** Makes something to look at of a track. */
  show: (track: MediaStreamTrack) => MediaStream
  onchange: () => void
  /** The picture is not painted any more; what was to hide the room must not be sent without it. */
  onfailed: (why: Unpainted, hid: boolean) => void
}

// Seconds of which is remembered what a picture costs.
const KEPT = 8

/**
 * The picture that one sends: a camera's own, or what a studio makes of it. While
 * what is to hide the room is not there yet, nothing is sent, so that nobody sees it.
 */
export class SentPicture {
  readonly #options: SentOptions
  // What an earlier opening still brings is closed.
  #opening = 0
  #camera: MediaStreamTrack | null = null
  #effects = NO_EFFECTS
  #studio: Studio | null = null
  #track: MediaStreamTrack | null = $state.raw(null)
  #stream: MediaStream | null = $state.raw(null)

  constructor(options: SentOptions) {
    this.#options = options
  }

  get track(): MediaStreamTrack | null {
    return this.#track
  }

  /** The same, to be shown. */
  get stream(): MediaStream | null {
    return this.#stream
  }

  /** From now on this camera is sent, and so much is done to its picture. */
  take(camera: MediaStreamTrack | null, effects: Effects): void {
    const { background, brightens } = this.#effects
    const isSame = background === effects.background && brightens === effects.brightens
    if (camera === this.#camera && isSame) return
    const goesOn = camera === this.#camera && alters(effects) && alters(this.#effects)
    this.#effects = effects
    if (goesOn) {
      if (this.#studio === null) this.#show()
      else this.#change()
      return
    }
    this.#close()
    this.#camera = camera
    this.#show()
    if (camera !== null && alters(effects)) void this.#open(camera)
  }

  /** What lies behind one may be another picture now, by the same name. */
  renew(): void {
    if (this.#studio !== null) this.#change()
  }

  async #open(camera: MediaStreamTrack): Promise<void> {
    const opening = ++this.#opening
    const effects = this.#effects
    const { frameRate } = camera.getSettings()
    let costs: readonly number[] = []
    const still = (act: () => void) => {
      if (opening === this.#opening) act()
    }
    const fail = (why: Unpainted) => {
      const hid = hides(this.#effects)
      this.#close()
      this.#options.onfailed(why, hid)
    }
    try {
      const studio = await this.#options.open(camera, effects, {
        onpace: (cost) =>
          still(() => {
            costs = [...costs, cost].slice(-KEPT)
            if (isTooSlow(costs, frameRate)) fail('slow')
          }),
        onfailed: () => still(() => fail('failed')),
      })
      if (opening !== this.#opening) {
        studio.close()
        return
      }
      this.#studio = studio
      if (effects !== this.#effects) this.#change()
      this.#show()
      this.#options.onchange()
    } catch (error) {
      console.debug('The picture cannot be painted here.', error)
      still(() => fail('failed'))
    }
  }

  #change(): void {
    this.#studio?.change(this.#effects).catch((error: unknown) => {
      console.debug('The background could not be changed.', error)
    })
  }

  #show(): void {
    const plain = hides(this.#effects) ? null : this.#camera
    const track = alters(this.#effects) ? (this.#studio?.track ?? plain) : this.#camera
    if (track === this.#track) return
    this.#track = track
    this.#stream = track && this.#options.show(track)
  }

  #close(): void {
    this.#opening++
    this.#studio?.close()
    this.#studio = null
    this.#show()
  }
}
