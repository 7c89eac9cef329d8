import { ShellFailure } from './failure'
import type { DesktopSettings, Note, Shell, ShellListener } from './platform'

/** A shell that remembers what it was asked. */
export class FakeShell implements Shell {
  readonly opened: string[] = []
  readonly notes: Note[] = []
  readonly withdrawn: string[] = []
  readonly choices: string[] = []
  listener: ShellListener | null = null
  /** What everything is refused with; null if it is done. */
  refusal: string | null = null
  kept: DesktopSettings = {
    startAtLogin: false,
    startHidden: false,
    muteShortcut: null,
    notifications: true,
  }

  listen(listener: ShellListener): void {
    this.listener = listener
  }
  openInBrowser(url: string): Promise<void> {
    return this.#do(() => this.opened.push(url))
  }
  firstPage(): Promise<string | null> {
    return Promise.resolve(null)
  }
  settings(): Promise<DesktopSettings> {
    return Promise.resolve(this.kept)
  }
  async changeSettings(change: Partial<DesktopSettings>): Promise<DesktopSettings> {
    await this.#do(() => (this.kept = { ...this.kept, ...change }))
    return this.kept
  }
  speak(): Promise<void> {
    return Promise.resolve()
  }
  notify(note: Note): Promise<void> {
    return this.#do(() => this.notes.push(note))
  }
  withdraw(tag: string): Promise<void> {
    return this.#do(() => this.withdrawn.push(tag))
  }
  confirmQuit(choice: string): Promise<void> {
    return this.#do(() => this.choices.push(choice))
  }

  #do(what: () => unknown): Promise<void> {
    if (this.refusal !== null) return Promise.reject(new ShellFailure(this.refusal))
    what()
    return Promise.resolve()
  }
}
