// What a menu offers.

import type { Component } from 'svelte'

export interface MenuAction {
  label: string
  icon?: Component
  danger?: boolean
  /** Whether it is the one chosen, where the menu is a choice. */
  chosen?: boolean
  choose: () => void
}

/** An emoji that can be picked from a row. */
export interface MenuEmoji {
  label: string
  emoji: string
  choose: () => void
}
