import type { Preferences } from '../../session/preferences.svelte'

/** What a single key does in a call. */
export type Shortcuts = Partial<Record<'m' | 'v' | 'c' | 'p', () => void>>

/** Obeys a key, unless it is typed somewhere or the user wants none of that. */
export function onShortcut(
  event: KeyboardEvent,
  preferences: Pick<Preferences, 'shortcuts'>,
  shortcuts: Shortcuts,
): void {
  if (!preferences.shortcuts || event.defaultPrevented || event.repeat) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { target } = event
  // Keys are letters in fields, and choose in menus; dialogs are about something else.
  if (!(target instanceof Element)) return
  if (target.closest('input, textarea, select, [role=menu], [role=dialog], [role=alertdialog]')) {
    return
  }
  const act = shortcuts[event.key.toLowerCase() as keyof Shortcuts]
  if (act === undefined) return
  event.preventDefault()
  act()
}
