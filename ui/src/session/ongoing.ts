import type { Room } from './room.svelte'

/** The call that one is in, wherever it is held. */
export interface Ongoing {
  room: Room
  leave: () => Promise<void>
}
