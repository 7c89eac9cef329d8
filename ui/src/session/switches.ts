import type { Devices } from '../media/devices.svelte'
import { explain } from '../words/explain'
import { say } from '../words/speech.svelte'
import type { Call } from './call.svelte'
import type { Failure } from './failure'
import type { MutedTalk } from './muted-talk.svelte'
import type { Preferences } from './preferences.svelte'
import type { PushToTalk } from './push-to-talk.svelte'
import type { Room } from './room.svelte'

export interface SwitchesOptions {
  devices: Devices
  preferences: Preferences
  room: Room
  call: Pick<Call, 'save'>
  talk: PushToTalk
  mutedTalk: MutedTalk
}

/** What someone in a meeting switches of their own, within their rights. */
export class Switches {
  readonly #with: SwitchesOptions
  // Whether one is in, and could talk while muted.
  #isIn = false

  constructor(options: SwitchesOptions) {
    this.#with = options
  }

  async toggleMicrophone(): Promise<void> {
    this.#worry(await this.setMicrophone(!this.#with.devices.microphone.on))
  }

  async toggleCamera(): Promise<void> {
    this.#worry(await this.setCamera(!this.#with.devices.camera.on))
  }

  /** Why it may not be switched on, or null; so does the next. */
  async setMicrophone(on: boolean): Promise<Failure | null> {
    if (on && !this.#with.room.people.may('microphone')) return forbidden()
    this.#with.talk.overrule()
    if (on !== this.#with.devices.microphone.on) await this.#with.devices.toggleMicrophone()
    return null
  }

  async setCamera(on: boolean): Promise<Failure | null> {
    if (on && !this.#with.room.people.may('camera')) return forbidden()
    if (on !== this.#with.devices.camera.on) await this.#with.devices.toggleCamera()
    return null
  }

  async toggleScreen(): Promise<void> {
    if (!this.#with.devices.screen.on && !this.#with.room.people.may('screen')) {
      this.#worry(forbidden())
      return
    }
    const problem = await this.#with.devices.toggleScreen()
    if (problem !== null) this.#with.room.notices.tell(say.call.notShared, 'worry')
  }

  /** Whether one is told of talking while muted, from now on and the next time. */
  set tellsOfMutedTalk(tells: boolean) {
    this.#with.preferences.mutedHint = tells
    this.#with.mutedTalk.reset()
    this.overhear(this.#isIn)
  }

  /** Whether pictures are small, both ways, from now on and the next time. */
  saveData(saves: boolean): void {
    this.#with.preferences.savesData = saves
    this.#with.call.save()
  }

  /** Whether the others' pictures do not come while data are saved. */
  pausePictures(pauses: boolean): void {
    this.#with.preferences.pausesPictures = pauses
    this.#with.call.save()
  }

  /** Whether one is muted but while a key is held, from now on and the next time. */
  async setPushToTalk(on: boolean): Promise<void> {
    this.#with.preferences.pushToTalk = on
    this.#with.talk.release()
    if (!on) return
    await this.#with.devices.microphone.set(false)
    await this.#with.devices.microphone.prepare()
  }

  /** A muted microphone is heard by nobody, and by this page if at all while one `isIn`. */
  overhear(isIn: boolean): void {
    this.#isIn = isIn
    const { devices, mutedTalk, preferences, room } = this.#with
    const listen = (level: number) => {
      if (room.people.may('microphone')) mutedTalk.hear(level, Date.now())
    }
    devices.overhear(isIn && preferences.mutedHint ? listen : null)
  }

  #worry(failure: Failure | null): void {
    if (failure !== null) this.#with.room.notices.tell(explain(failure), 'worry')
  }
}

function forbidden(): Failure {
  return { code: 'forbidden_by_policy', message: say.refusals.forbidden_by_policy }
}
