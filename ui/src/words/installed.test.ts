import { readFileSync } from 'node:fs'

import { expect, it } from 'vitest'

import { LANGUAGES, type Language } from './languages'

/** A member of the manifest in other languages: W3C Web Application Manifest, localized members. */
type Localized = Record<string, string | { value: string; dir: 'rtl' }>

const languages = Object.entries(LANGUAGES)
const others = languages.filter(([language]) => language !== 'en')

it('is described in every language where it is installed from a browser', () => {
  const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
    lang: Language
    description_localized: Localized
    shortcuts: { name_localized: Localized }[]
  }
  expect(manifest.lang).toBe('en')
  const members = manifest.shortcuts.map((it) => it.name_localized)
  for (const member of [manifest.description_localized, ...members]) {
    const said = Object.entries(member).map(([language, text]) => [
      language,
      typeof text === 'string' ? 'ltr' : text.dir,
    ])
    expect(said).toEqual(others.map(([language, { direction }]) => [language, direction]))
  }
})

it('says in every language that it needs JavaScript', () => {
  const page = readFileSync('index.html', 'utf8')
  const said = page.matchAll(/<p lang="(?<language>..)"(?: dir="(?<direction>...)")?>/g)
  const found = [...said].map(({ groups }) => [
    groups?.['language'],
    groups?.['direction'] ?? 'ltr',
  ])
  expect(found).toEqual(languages.map(([language, { direction }]) => [language, direction]))
})
