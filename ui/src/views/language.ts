import LanguagesIcon from '@lucide/svelte/icons/languages'

import type { Preferences } from '../session/preferences.svelte'
import { LANGUAGES, isLanguage } from '../words/languages'
import { speech } from '../words/speech.svelte'
import type { MenuAction } from './parts/menu'

/** The choice of a language, for a menu: each is called what it calls itself. */
export function languageActions(preferences: Preferences): MenuAction[] {
  return Object.keys(LANGUAGES)
    .filter(isLanguage)
    .map((language) => ({
      label: LANGUAGES[language].name,
      icon: LanguagesIcon,
      chosen: speech.language === language,
      choose: () => {
        preferences.language = language
      },
    }))
}
