import { browser } from './browser'
import { desktop } from './desktop'

/** What Hearth needs from whatever shows it. */
export interface Platform {
  readonly name: 'browser' | 'desktop'
  /** Opens an address in the user's browser. */
  openExternally(url: string): void
  /** Gives the user a file to keep. */
  save(file: Blob, name: string): void
}

export function thisPlatform(): Platform {
  return '__TAURI_INTERNALS__' in window ? desktop : browser
}
