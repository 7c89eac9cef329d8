import { type Language, choose } from './languages'

/** The forms that a language has for "how many", by Unicode's plural rules. */
export const FORMS = {
  en: ['one', 'other'],
  de: ['one', 'other'],
  fr: ['one', 'many', 'other'],
  es: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
} as const satisfies Record<Language, readonly Intl.LDMLPluralRule[]>

type Forms<L extends Language> = Record<(typeof FORMS)[L][number], string>

/**
 * How a language says "how many": every form that it has, with `#` for the
 * number, such as `{ one: '# person', other: '# people' }`.
 */
export function counter<L extends Language>(
  language: L,
): (count: number, forms: Forms<L>) => string {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(choose(language, []).locale)
  return (count, forms) =>
    forms[rules.select(count) as keyof Forms<L>].replace('#', numbers.format(count))
}
