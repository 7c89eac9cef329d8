import { attemptShell } from '../platform/failure'
import type { QuitChoice, Shell } from '../platform/platform'
import type { Ongoing } from './ongoing'

/** Quitting the desktop app while others are in meetings held here. */
export class Quit {
  readonly #shell: Shell
  /** The call that one is in oneself. */
  readonly #ongoing: () => Ongoing | null
  #others: number | null = $state(null)

  constructor(shell: Shell, ongoing: () => Ongoing | null) {
    this.#shell = shell
    this.#ongoing = ongoing
  }

  /** How many would be left without their meeting; null where nobody asks. */
  get others(): number | null {
    return this.#others
  }

  /** Who can become the host in one's place; nobody where one is not the host. */
  get successors(): readonly { id: number; name: string }[] {
    const people = this.#ongoing()?.room.people
    return people?.isHost === true ? people.others : []
  }

  ask(others: number): void {
    this.#others = others
  }

  stay(): Promise<void> {
    return this.#answer('stay')
  }

  now(): Promise<void> {
    return this.#answer('quit')
  }

  /** Leaves, with someone else as the host if need be, and quits when the last one has left. */
  async whenEmpty(successor: number | null): Promise<void> {
    const call = this.#ongoing()
    if (call !== null) {
      if (successor !== null && !(await call.room.handOver(successor))) return
      await call.leave()
    }
    await this.#answer('quitWhenEmpty')
  }

  async #answer(choice: QuitChoice): Promise<void> {
    this.#others = null
    // A shell that does not hear asks again the next time.
    await attemptShell(() => this.#shell.confirmQuit(choice))
  }
}
