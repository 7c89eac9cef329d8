import { browser } from './browser'
import { desktop } from './desktop'

/** What Hearth needs from whatever shows it. */
export interface Platform {
  /** What only the desktop app has; null in a browser. */
  readonly shell: Shell | null
  /** Gives the user a file to keep. */
  save(file: Blob, name: string): void
}

/** The desktop app around the window. What it refuses is thrown as a `ShellFailure`. */
export interface Shell {
  /** Hears what goes on outside of the page. */
  listen(listener: ShellListener): void
  /** Opens an address in the user's browser. */
  openInBrowser(url: string): Promise<void>
  /** The page to open first, where a link asked for one. */
  firstPage(): Promise<string | null>
  settings(): Promise<DesktopSettings>
  changeSettings(change: Partial<DesktopSettings>): Promise<DesktopSettings>
  /** Says in which language the tray speaks. */
  speak(language: string): Promise<void>
  /** Shows a notification, in the place of one with the same tag. */
  notify(note: Note): Promise<void>
  withdraw(tag: string): Promise<void>
  /** Answers that someone wants to quit while others are in meetings held here. */
  confirmQuit(choice: QuitChoice): Promise<void>
}

export interface ShellListener {
  /** A link was opened. */
  onlink(path: string): void
  /** A notification was pressed, or one of its actions; `default` is the notification itself. */
  onpressed(tag: string, action: string): void
  /** Someone wants to quit, while so many others are in meetings held here. */
  onquit(others: number): void
}

/** What the desktop app keeps. */
export interface DesktopSettings {
  startAtLogin: boolean
  startHidden: boolean
  /** The keys that mute everywhere, such as `Ctrl+Shift+M`. */
  muteShortcut: string | null
  notifications: boolean
}

export interface Note {
  tag: string
  title: string
  body: string
  actions: { name: string; label: string }[]
}

export type QuitChoice = 'stay' | 'quit' | 'quitWhenEmpty'

export function thisPlatform(): Platform {
  return '__TAURI_INTERNALS__' in window ? desktop : browser
}
