import type { FileOffer } from '../../protocol/FileOffer'
import type { NativeEvent } from '../../protocol/NativeEvent'

/** The files that are offered in a meeting, as far as to this person. */
export class Offers {
  #all: readonly FileOffer[] = $state.raw([])
  // The last one that was on the screen.
  #seen = $state(0)
  #welcomed = false

  /** In the order in which they were offered. */
  get all(): readonly FileOffer[] {
    return this.#all
  }

  /** How many by others came and were not on the screen yet. */
  get unread(): number {
    return this.#all.filter(({ id, mine }) => !mine && id > this.#seen).length
  }

  find(id: number): FileOffer | null {
    return this.#all.find((offer) => offer.id === id) ?? null
  }

  /** They are on the screen. */
  look(): void {
    this.#seen = this.#all.at(-1)?.id ?? this.#seen
  }

  /** Hears what happened, on the screen or not. */
  hear(event: NativeEvent, watched: boolean): void {
    switch (event.type) {
      case 'chatOpened':
        // Files are for who is in.
        this.#all = []
        break
      case 'welcome':
        this.#all = event.files
        // What was there before one came is no news.
        if (watched || !this.#welcomed) this.look()
        this.#welcomed = true
        break
      case 'fileOffered':
        this.#all = [...this.#all, event.offer]
        if (watched) this.look()
        break
      case 'fileKept':
        this.#all = this.#all.map((offer) =>
          offer.id === event.file ? { ...offer, keeping: 'kept' } : offer,
        )
        break
      case 'fileWithdrawn':
        this.#all = this.#all.filter(({ id }) => id !== event.file)
        break
      default:
        break
    }
  }
}
