interface TalkOptions {
  muted: () => boolean
  /** Whether the meeting lets one speak. */
  may: () => boolean
  speak: (on: boolean) => void
}

/** Talking for as long as a key is held, and not longer. */
export class PushToTalk {
  readonly #options: TalkOptions
  #held = false
  // Whether one talks by the key; who was unmuted before stays so after it.
  #talking = $state(false)

  constructor(options: TalkOptions) {
    this.#options = options
  }

  get talking(): boolean {
    return this.#talking
  }

  /** The key is down; it may say so again and again. */
  press(): void {
    if (this.#held) return
    this.#held = true
    if (!this.#options.muted() || !this.#options.may()) return
    this.#talking = true
    this.#options.speak(true)
  }

  /** The key is up, or nobody can know any more. */
  release(): void {
    this.#held = false
    if (!this.#talking) return
    this.#talking = false
    this.#options.speak(false)
  }

  /** One is muted, or not, by other means than the key: that counts. */
  overrule(): void {
    this.#talking = false
  }
}
