// The languages that Hearth speaks, and which of them someone wants.

export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl' }>

export type Language = keyof typeof LANGUAGES

/** What someone prefers; `system` is whatever the browser asks for. */
export type Preferred = Language | 'system'

export interface Choice {
  language: Language
  /** By whose habits dates, numbers and lists are written, such as de-AT. */
  locale: string
}

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value)
}

/** The language to speak to someone whose browser asks for these, best first. */
export function choose(preferred: Preferred, asked: readonly string[]): Choice {
  const { language, locale } = chosen(preferred, asked)
  const habits = HABITS[language]
  return { language, locale: habits ? new Intl.Locale(locale, habits).toString() : locale }
}

// Codes and addresses have the digits 0 to 9, and the history's calendar is Gregorian: so are all
// numbers and dates, where some regions have others.
const HABITS: Partial<Record<Language, Intl.LocaleOptions>> = {
  ar: { calendar: 'gregory', numberingSystem: 'latn' },
}

function chosen(preferred: Preferred, asked: readonly string[]): Choice {
  const known = asked
    .map((locale) => ({ language: locale.toLowerCase().split('-')[0], locale }))
    .filter((it): it is Choice => isLanguage(it.language))
  if (preferred === 'system') return known[0] ?? { language: 'en', locale: 'en' }
  return (
    known.find(({ language }) => language === preferred) ?? {
      language: preferred,
      locale: preferred,
    }
  )
}
