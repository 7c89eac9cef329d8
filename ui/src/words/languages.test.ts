import { expect, it } from 'vitest'

import { choose } from './languages'

it.each([
  ['system', ['de-AT', 'en'], 'de', 'de-AT'],
  ['system', ['nl', 'fr-CA', 'en'], 'fr', 'fr-CA'],
  ['system', ['nl'], 'en', 'en'],
  ['system', [], 'en', 'en'],
  ['es', ['de-AT'], 'es', 'es'],
  ['es', ['de-AT', 'es-MX'], 'es', 'es-MX'],
  // Its digits and its months are those of codes and of the history's calendar.
  ['system', ['ar-SA'], 'ar', 'ar-SA-u-ca-gregory-nu-latn'],
  ['system', ['ar-EG-u-nu-arab'], 'ar', 'ar-EG-u-ca-gregory-nu-latn'],
  ['ar', ['en'], 'ar', 'ar-u-ca-gregory-nu-latn'],
] as const)('%s with a browser that asks for %j', (preferred, asked, language, locale) => {
  expect(choose(preferred, asked)).toEqual({ language, locale })
})
