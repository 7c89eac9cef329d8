import { attemptShell } from '../platform/failure'
import type { DesktopSettings, Shell } from '../platform/platform'

/** What the desktop app keeps, as the user sets it. */
export class Settings {
  readonly #shell: Shell
  #kept: DesktopSettings | null = $state.raw(null)
  #problem: string | null = $state(null)

  constructor(shell: Shell) {
    this.#shell = shell
  }

  /** Null until the shell has told. */
  get kept(): DesktopSettings | null {
    return this.#kept
  }

  /** Why they could not be loaded or kept the last time. */
  get problem(): string | null {
    return this.#problem
  }

  load(): Promise<boolean> {
    return this.#attempt(() => this.#shell.settings())
  }

  /** Changes some of it; false when that was refused, and all is as it was. */
  change(change: Partial<DesktopSettings>): Promise<boolean> {
    return this.#attempt(() => this.#shell.changeSettings(change))
  }

  async #attempt(what: () => Promise<DesktopSettings>): Promise<boolean> {
    this.#problem = await attemptShell(async () => {
      this.#kept = await what()
    })
    return this.#problem === null
  }
}
