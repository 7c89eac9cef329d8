import { SvelteSet } from 'svelte/reactivity'

import type { NativeEvent } from '../protocol/NativeEvent'
import type { Poll } from '../protocol/Poll'

/** What a meeting is asked, and answers by vote. */
export class Polls {
  #all: readonly Poll[] = $state.raw([])
  readonly #putOff = new SvelteSet<number>()

  /** Newest first. */
  get all(): readonly Poll[] {
    return this.#all
  }

  /** The newest one of somebody else that waits for one's vote; null if none does. */
  get asking(): Poll | null {
    return this.#all.find((poll) => isAsking(poll) && !this.#putOff.has(poll.id)) ?? null
  }

  /** How many wait for one's vote. */
  get waiting(): number {
    return this.#all.filter(isAsking).length
  }

  /** Wants to be reminded of this one no more. */
  putOff(poll: number): void {
    this.#putOff.add(poll)
  }

  /** Hears what happened. */
  hear(event: NativeEvent): void {
    switch (event.type) {
      case 'welcome':
        this.#all = event.polls.toSorted((a, b) => b.id - a.id)
        break
      case 'pollChanged': {
        const others = this.#all.filter(({ id }) => id !== event.poll.id)
        this.#all = [event.poll, ...others].sort((a, b) => b.id - a.id)
        break
      }
      case 'pollDeleted':
        this.#all = this.#all.filter(({ id }) => id !== event.poll)
        break
      default:
        break
    }
  }
}

/** The places that one's vote has after one more was chosen, or no more is. */
export function chosen({ choices, several }: Poll, place: number, on: boolean): number[] {
  if (!several) return on ? [place] : []
  return choices.flatMap(({ mine }, at) => ((at === place ? on : mine) ? [at] : []))
}

/** How much of all votes a choice has, from 0 to 1. */
export function shareOf({ votes }: Poll, choice: { votes: number }): number {
  return votes === 0 ? 0 : choice.votes / votes
}

function isAsking({ own, closed, choices }: Poll): boolean {
  return !own && !closed && !choices.some(({ mine }) => mine)
}
