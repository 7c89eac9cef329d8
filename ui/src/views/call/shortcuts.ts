import type { Preferences } from '../../session/preferences.svelte'

/** What a single key does in a call. */
export type Shortcuts = Partial<Record<'m' | 'v' | 'c' | 'p', () => void>>

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

/** Obeys a key, unless it is typed somewhere or the user wants none of that. */
export function onShortcut(
  event: KeyboardEvent,
  preferences: Pick<Preferences, 'shortcuts'>,
  shortcuts: Shortcuts,
): void {
  if (!preferences.shortcuts || event.defaultPrevented || event.repeat) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { target } = event
  if (!(target instanceof Element)) return
  if (target.closest(ELSEWHERE.join())) return
  const act = shortcuts[event.key.toLowerCase() as keyof Shortcuts]
  if (act === undefined) return
  event.preventDefault()
  act()
}
