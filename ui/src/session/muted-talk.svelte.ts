// On the scale of `heard`: a voice at a microphone begins at about -38 dB. What is
// quieter than the second is no voice any more; between them it stays what it was.
const VOICE = 0.37
const PAUSE = 0.28
const LONG = 600
const BREATH = 400
const STAYS = 5000
const PEACE = 30_000

/** Whether somebody talks though they are muted; a cough or a chair is no talk. */
export class MutedTalk {
  #shown = $state(false)
  #since: number | null = null
  #heardAt = 0
  #quietUntil = 0

  /** Whether they are to be told. */
  get shown(): boolean {
    return this.#shown
  }

  /** Hears how loud the muted microphone is, from 0 to 1. */
  hear(level: number, now: number): void {
    const isVoice = level >= (this.#since === null ? VOICE : PAUSE)
    if (isVoice) {
      this.#since ??= now
      this.#heardAt = now
    } else if (now - this.#heardAt > BREATH) {
      this.#since = null
    }
    const isTalk = this.#since !== null && this.#heardAt - this.#since >= LONG
    if (isTalk && now >= this.#quietUntil) this.#shown = true
    if (this.#shown && now - this.#heardAt > STAYS) this.#hide(now)
  }

  /** They know. */
  dismiss(now: number): void {
    if (this.#shown) this.#hide(now)
  }

  /** They are heard, or gone. */
  reset(): void {
    this.#shown = false
    this.#since = null
    this.#quietUntil = 0
  }

  #hide(now: number): void {
    this.#shown = false
    this.#since = null
    this.#quietUntil = now + PEACE
  }
}
