import EyeOff from '@lucide/svelte/icons/eye-off'
import Mirror from '@lucide/svelte/icons/mirror-rectangular'
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard'
import LayoutGrid from '@lucide/svelte/icons/layout-grid'
import Maximize from '@lucide/svelte/icons/maximize'
import PictureInPicture from '@lucide/svelte/icons/picture-in-picture-2'
import SquareUser from '@lucide/svelte/icons/square-user'
import UserSquare from '@lucide/svelte/icons/square-user-round'

import type { Preferences } from '../../../session/preferences.svelte'
import { SELF_VIEWS, VIEWS } from '../../../session/stage'
import { say } from '../../../words/speech.svelte'
import type { MenuAction } from '../../parts/menu'
import type { Modes } from './modes.svelte'

const VIEW_ICONS = { auto: LayoutDashboard, grid: LayoutGrid, speaker: SquareUser }
const SELF_ICONS = { floating: PictureInPicture, tile: UserSquare, hidden: EyeOff }

/** How the call is looked at, for a menu. */
export function stageActions(preferences: Preferences, modes: Modes): MenuAction[] {
  const { mirrored } = preferences
  const actions: MenuAction[] = [
    ...VIEWS.map((view) => ({
      label: say.stage.views[view],
      icon: VIEW_ICONS[view],
      chosen: preferences.view === view,
      choose: () => {
        preferences.view = view
      },
    })),
    ...SELF_VIEWS.map((selfView) => ({
      label: say.stage.selfViews[selfView],
      icon: SELF_ICONS[selfView],
      chosen: preferences.selfView === selfView,
      choose: () => {
        preferences.selfView = selfView
      },
    })),
    {
      label: say.stage.mirror,
      icon: Mirror,
      chosen: mirrored,
      choose: () => {
        preferences.mirrored = !mirrored
      },
    },
  ]
  if (modes.canFillScreen) {
    actions.push({ label: say.stage.fullScreen, icon: Maximize, choose: () => void modes.fill() })
  }
  if (modes.canShrink) {
    actions.push({
      label: modes.isSmall ? say.stage.closeSmall : say.stage.small,
      icon: PictureInPicture,
      choose: () => void modes.toggleSmall(),
    })
  }
  return actions
}

/** Goes through the views, for a key. */
export function nextView(preferences: Preferences): void {
  const next = (VIEWS.indexOf(preferences.view) + 1) % VIEWS.length
  preferences.view = VIEWS[next] ?? 'auto'
}

/** Hides one's own picture, or shows it again, for a key. */
export function toggleSelf(preferences: Preferences): void {
  preferences.selfView = preferences.selfView === 'hidden' ? 'floating' : 'hidden'
}
