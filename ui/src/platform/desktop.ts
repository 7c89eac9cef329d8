import { invoke } from '@tauri-apps/api/core'
import { type EventCallback, listen } from '@tauri-apps/api/event'

import { browser } from './browser'
import { ShellFailure } from './failure'
import type { DesktopSettings, Platform, Shell } from './platform'

/** The desktop window, whose shell is asked by Tauri's commands; no other file names them. */
export const desktop: Platform = {
  ...browser,
  shell: {
    listen(listener) {
      on<{ path: string }>('go-to', ({ payload }) => {
        listener.onlink(payload.path)
      })
      on<{ tag: string; action: string }>('pressed', ({ payload }) => {
        listener.onpressed(payload.tag, payload.action)
      })
      on<{ others: number }>('quit-asked', ({ payload }) => {
        listener.onquit(payload.others)
      })
    },
    openInBrowser: (url) => ask('open_in_browser', { url }),
    firstPage: () => ask<string | null>('first_page'),
    settings: () => ask<DesktopSettings>('desktop_settings'),
    changeSettings: (change) => ask<DesktopSettings>('change_desktop_settings', { change }),
    speak: (language) => ask('speak', { language }),
    notify: (note) => ask('notify', { note }),
    withdraw: (tag) => ask('withdraw', { tag }),
    confirmQuit: (choice) => ask('confirm_quit', { choice }),
  } satisfies Shell,
}

function on<T>(event: string, heard: EventCallback<T>): void {
  // A shell that lets nobody listen is heard of by its first refusal.
  void listen(event, heard).catch(() => undefined)
}

async function ask<T = void>(command: string, given?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, given)
  } catch (failure) {
    throw new ShellFailure(String(failure))
  }
}
