import Monitor from '@lucide/svelte/icons/monitor'
import Moon from '@lucide/svelte/icons/moon'
import Sun from '@lucide/svelte/icons/sun'

import type { Contrast, Preferences, Theme } from '../session/preferences.svelte'
import { say } from '../words/speech.svelte'
import type { MenuAction } from './parts/menu'

const THEMES = [
  { theme: 'system', icon: Monitor },
  { theme: 'light', icon: Sun },
  { theme: 'dark', icon: Moon },
] as const

/** The choice of a theme, for a menu. */
export function themeActions(preferences: Preferences): MenuAction[] {
  return THEMES.map(({ theme, icon }) => ({
    label: say.common.themes[theme],
    icon,
    chosen: preferences.theme === theme,
    choose: () => {
      preferences.theme = theme
    },
  }))
}

/** Wears a theme and a contrast; `system` follows what the system prefers. */
export function wear(theme: Theme, contrast: Contrast): void {
  const { dataset } = document.documentElement
  if (contrast === 'system') delete dataset['contrast']
  else dataset['contrast'] = contrast
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}
