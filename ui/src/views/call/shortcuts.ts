import type { Preferences } from '../../session/preferences.svelte'

/**
 * The keys that do something in a call, in the order in which they are explained.
 * What each does is said in the catalogue, under its name.
 */
export const KEYS = ['m', 'v', 'h', 'c', 'n', 'p', 'q', 's', 'f', 'g', 'o', '?'] as const
export type Key = (typeof KEYS)[number]

/** What they do; what turns pages everywhere needs no explanation. */
export type Shortcuts = Partial<Record<Key | 'pageup' | 'pagedown', () => void>>

// Keys are letters in fields, and choose in menus; dialogs are about something else.
const ELSEWHERE = [
  'input',
  'textarea',
  'select',
  '[role=menu]',
  '[role=listbox]',
  '[role=dialog]',
  '[role=alertdialog]',
]

/** Whether a key is meant for something else than the call. */
export function isElsewhere(target: EventTarget | null): boolean {
  return !(target instanceof Element) || target.closest(ELSEWHERE.join()) !== null
}

/** Obeys a key, unless it is typed somewhere or the user wants none of that. */
export function onShortcut(
  event: KeyboardEvent,
  preferences: Pick<Preferences, 'shortcuts'>,
  shortcuts: Shortcuts,
): void {
  if (!preferences.shortcuts || event.defaultPrevented || event.repeat) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (isElsewhere(event.target)) return
  const act = shortcuts[event.key.toLowerCase() as keyof Shortcuts]
  if (act === undefined) return
  event.preventDefault()
  act()
}
