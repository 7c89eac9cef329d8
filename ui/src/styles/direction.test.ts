import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { sources } from '../words/testing/sources'

// In some languages lines run from right to left; what names a side would be on the wrong one.

const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|left|right|float|clear|text-align)\s*:\s*[^;}]*/gu
const LOGICAL = /(?:float|clear|text-align)\s*:\s*(?:inline-)?(?:start|end|center|none|both)\s*$/u

const WIDTH = String.raw`[\w.%-]+(?:\([^()\s]*\))?`
/** All four sides by one name, with another width on the left than on the right. */
const LOPSIDED = new RegExp(
  String.raw`(?:margin|padding|inset): ${WIDTH} (${WIDTH}) ${WIDTH} (?!\1;)${WIDTH};`,
  'gu',
)

const POINTING =
  /left|right|forward|back$|undo|redo|reply|send|log-(?:in|out)|external-link|^list$/u

const components = sources('views').filter(([path]) => path.endsWith('.svelte'))

it.each(components)('%s names no left and no right', (_, source) => {
  const style = /<style>[^]*<\/style>/u.exec(source)?.[0] ?? ''
  const found = style.match(PHYSICAL) ?? []
  expect(found.filter((it) => !LOGICAL.test(it))).toEqual([])
  expect(style.match(LOPSIDED)).toBeNull()
})

it('icons that point along the line are mirrored', () => {
  const icons = sources('views').flatMap(([, source]) =>
    [...source.matchAll(/@lucide\/svelte\/icons\/([\w-]+)/gu)].map(([, icon = '']) => icon),
  )
  const pointing = new Set(icons.filter((icon) => POINTING.test(icon)))
  const mirrored = readFileSync('src/styles/base.css', 'utf8').matchAll(/\.lucide-([\w-]+)/gu)
  expect([...mirrored].map(([, icon]) => icon)).toEqual([...pointing].toSorted())
})
