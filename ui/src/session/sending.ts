import type { Devices } from '../media/devices.svelte'
import type { Device } from '../protocol/Device'
import type { Media } from '../protocol/Media'
import type { Policy } from '../protocol/Policy'
import type { Failure, Reply } from './failure'
import type { People } from './people.svelte'

export interface SendingOptions {
  /** Tells the server what one sends. */
  report: (media: Media) => Promise<Reply>
  /** Called when other tracks are to be sent than before. */
  onchange: () => void
  onrefused: (failure: Failure) => void
}

/** Keeps what the devices give, and what the server says one sends, the same. */
export class Sending {
  readonly #devices: Devices
  readonly #people: People
  readonly #options: SendingOptions
  #isCapturing = false
  // What the server was told last; null while one is not in.
  #reported: Media | null = null
  #isReporting = false

  constructor(devices: Devices, people: People, options: SendingOptions) {
    this.#devices = devices
    this.#people = people
    this.#options = options
  }

  /** Switches the devices on, unless they are: as they were, or as the user likes it. */
  begin(was?: Media): void {
    if (this.#isCapturing) return
    this.#isCapturing = true
    this.#devices.onchange = () => {
      this.#options.onchange()
      this.report()
    }
    void this.#devices.start(was?.microphone.enabled, was?.camera.enabled)
  }

  /** One is in; this is what one sends as far as the server knows. */
  welcome(media: Media): void {
    this.#reported = media
    if (this.#isCapturing) this.obey(media)
    else this.begin(media)
    this.report()
  }

  /** The server heard what one sends; it may be what was said before one was muted. */
  heard(media: Media): void {
    this.#reported = media
    this.report()
  }

  /** Switches off what the server says is off. */
  obey(media: Media): void {
    this.#reported = media
    if (!media.microphone.enabled) void this.#devices.microphone.set(false)
    if (!media.camera.enabled) void this.#devices.camera.set(false)
    if (!media.screen) this.#devices.screen.stop()
  }

  /** Tells the server what changed. One change often brings another; they are told together. */
  report(): void {
    if (this.#isReporting) return
    this.#isReporting = true
    queueMicrotask(() => {
      this.#isReporting = false
      void this.#tell()
    })
  }

  end(): void {
    this.#isCapturing = false
    this.#reported = null
    this.#devices.onchange = null
    this.#devices.stop()
  }

  async #tell(): Promise<void> {
    const media = this.#devices.media
    const before = this.#reported
    if (before === null || same(media, before)) return
    this.#reported = media
    const reply = await this.#options.report(media)
    if (reply.ok || this.#reported !== media) return
    this.#reported = before
    if (reply.error.code !== 'forbidden_by_policy') return
    this.#options.onrefused(reply.error)
    this.obey(restrained(media, this.#people.policy))
  }
}

function same(a: Media, b: Media): boolean {
  const device = (a: Device, b: Device) => a.available === b.available && a.enabled === b.enabled
  return device(a.microphone, b.microphone) && device(a.camera, b.camera) && a.screen === b.screen
}

/** What of `media` the policy allows. */
function restrained({ microphone, camera, screen }: Media, policy: Policy): Media {
  return {
    microphone: { ...microphone, enabled: microphone.enabled && policy.microphone },
    camera: { ...camera, enabled: camera.enabled && policy.camera },
    screen: screen && policy.screen,
  }
}
