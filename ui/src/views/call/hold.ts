import type { PushToTalk } from '../../session/push-to-talk.svelte'
import { isElsewhere } from './shortcuts'

interface HoldOptions {
  talk: () => PushToTalk
  /** The key to talk, as `KeyboardEvent.code`. */
  key: () => string
  /** Whether keys do anything here. */
  wanted: () => boolean
}

// The space bar presses what has the focus.
const PRESSED = 'button, a, summary, [role=button], [role=switch], [role=slider], [role=tab]'

/** Talks while a key is held, unless it is typed, or presses something. */
export class HoldToTalk {
  readonly #options: HoldOptions
  #isHeld = false
  // Who clicked something does not mean it by the space bar; who went there by keys does.
  #isFocusedByKey = false

  constructor(options: HoldOptions) {
    this.#options = options
  }

  readonly onfocusin = ({ target }: FocusEvent): void => {
    this.#isFocusedByKey = target instanceof Element && target.matches(':focus-visible')
  }

  readonly onkeydown = (event: KeyboardEvent): void => {
    const { talk, key, wanted } = this.#options
    if (event.code !== key() || event.defaultPrevented) return
    if (!this.#isHeld) {
      if (!wanted() || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      if (isElsewhere(event.target) || this.#presses(event)) return
    }
    event.preventDefault()
    this.#isHeld = true
    talk().press()
  }

  readonly onkeyup = (event: KeyboardEvent): void => {
    if (event.code !== this.#options.key() || !this.#isHeld) return
    // Or the button that was clicked last is pressed again.
    event.preventDefault()
    this.letGo()
  }

  /** The key may be up, and nobody would tell. */
  readonly letGo = (): void => {
    this.#isHeld = false
    this.#options.talk().release()
  }

  #presses({ code, target }: KeyboardEvent): boolean {
    if (code !== 'Space' || !this.#isFocusedByKey) return false
    return target instanceof Element && target.closest(PRESSED) !== null
  }
}
