import type { Tune } from '../media/sound/chimes'
import type { NativeEvent } from '../protocol/NativeEvent'
import type { People } from './people.svelte'

interface ChimeOptions {
  /** Whether the user wants to hear any. */
  wanted: () => boolean
  /** Whether somebody looks at the page. */
  attended: () => boolean
  play: (tune: Tune) => void
}

// Among more, somebody always comes and goes.
const FEW = 8
const REST = 1500
const SETTLING = 4000

/** What of a call is to be heard, by a sound of our own. */
export class Chimes {
  readonly #options: ChimeOptions
  #quietUntil = 0

  constructor(options: ChimeOptions) {
    this.#options = options
  }

  /** Something happened in the call that one is in; the people are as they are after it. */
  hear(event: NativeEvent, people: People, now = Date.now()): void {
    if (event.type === 'welcome') this.#quietUntil = now + SETTLING
    const tune = this.#tuneOf(event, people)
    if (tune === null || !this.#options.wanted() || now < this.#quietUntil) return
    this.#quietUntil = now + REST
    this.#options.play(tune)
  }

  #tuneOf(event: NativeEvent, people: People): Tune | null {
    const you = people.me?.id
    if (you === undefined) return null
    const isAway = !this.#options.attended()
    switch (event.type) {
      case 'joined':
        return people.all.length <= FEW ? 'joined' : null
      case 'left':
        return people.all.length <= FEW ? 'left' : null
      case 'knocked':
        return 'knocked'
      case 'handChanged':
        return isAway && event.who !== you && event.hand !== null ? 'hand' : null
      case 'said':
        return isAway && event.message.from.id !== you ? 'message' : null
      default:
        return null
    }
  }
}
