import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { FORMS } from './counting'
import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { LANGUAGES, type Language } from './languages'
import { say } from './speech.svelte'
import { sources } from './testing/sources'

type Message = string | ((...words: never[]) => string | string[])

const catalogues: Record<Language, object> = { en, de, fr, es, ar }
const others = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== 'en')

// Signs, and names that every language has; the same as in English, and meant to be.
const SIGNS = [
  'call.unread',
  'common.pageTitle',
  'devices.numbered',
  'time.hoursAndMinutes',
  'time.span',
]
const ALIKE: Record<Language, string[]> = {
  en: [],
  de: [
    'call.chat.title',
    'call.invite.code',
    'call.invite.link',
    'captions.line',
    'doctor.topics.Firewall',
    'doctor.topics.Port',
    'doctor.topics.VPN',
    'files.speed',
    'history.chat',
    'history.dayOf',
    'people.door.lobby',
    'people.renaming.label',
    'people.rights.chat',
    'preferences.about.version',
    'preferences.sections.start',
    'quality.size',
    'ring.video',
    'time.at',
    'time.seconds',
  ],
  fr: [
    'call.chat.conversation',
    'call.chat.message',
    'call.chat.title',
    'call.invite.code',
    'doctor.topics.Port',
    'doctor.topics.VPN',
    'files.speed',
    'history.chat',
    'history.notes',
    'notes.title',
    'people.volume.level',
    'plans.minutes',
    'polls.question',
    'preferences.about.licences',
    'preferences.about.version',
    'preferences.privacy.notifications',
    'quality.size',
    'symbols.cactus',
    'symbols.lion',
    'symbols.panda',
    'symbols.train',
    'time.at',
    'time.hours',
    'time.minutes',
    'time.seconds',
  ],
  es: [
    'call.chat.title',
    'captions.line',
    'doctor.topics.VPN',
    'files.ended',
    'files.speed',
    'history.chat',
    'history.dayOf',
    'people.rights.chat',
    'preferences.about.version',
    'quality.size',
    'symbols.cactus',
    'symbols.panda',
    'time.at',
    'time.hours',
    'time.minutes',
    'time.seconds',
  ],
  ar: ['captions.line', 'history.dayOf'],
}

/** Every message of a catalogue by its path. */
function messages(node: object, path = ''): Map<string, Message> {
  const found = new Map<string, Message>()
  for (const [key, value] of Object.entries(node)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string' || typeof value === 'function') found.set(here, value as Message)
    else for (const [deeper, message] of messages(value as object, here)) found.set(deeper, message)
  }
  return found
}

/** What a message says of ‹0›, ‹1›, …; numbers that it counts come out as NaN. */
function spoken(message: Message): string {
  if (typeof message === 'string') return message
  const words = Array.from({ length: 3 }, (_, place) => `‹${place}›`)
  const text = [message(...(words as never[]))].flat().join('\n')
  return NO_NUMBERS.reduce((said, word) => said.replaceAll(word, 'NaN'), text)
}

// What a language has for NaN.
const NO_NUMBERS = others.map((language) => new Intl.NumberFormat(language).format(Number.NaN))

/** Whether a language may say this number by a word of its own, such as the Arabic dual. */
function isWord(language: Language, count: number): boolean {
  const form = new Intl.PluralRules(language).select(count)
  return count === 1 || form === 'zero' || form === 'two'
}

/** Where something is put into a message. */
function gaps(message: Message): string[] {
  return (spoken(message).match(/‹\d›|NaN|\{\}|undefined/gu) ?? []).toSorted()
}

describe.each(others)('in %s', (language) => {
  const english = messages(en)
  const here = messages(catalogues[language])

  it('the same is said as in English', () => {
    expect([...here.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  it.each([...english])('%s is said, of whom it is about', (path, message) => {
    const other = here.get(path) ?? ''
    const text = spoken(other)
    expect(text.trim(), 'it is said, and without spaces around it').toBe(text)
    expect(text).not.toBe('')
    expect(gaps(other), 'it names who and what the English names').toEqual(gaps(message))
    for (const count of [0, 1, 2, 5, 11, 100, 1_000_000].filter(() => text.includes('NaN'))) {
      const counted = (other as (number: number) => string)(count)
      expect(counted, `${count} is said`).toMatch(isWord(language, count) ? /\S/u : /\d/u)
      expect(counted).not.toContain('#')
    }
  })

  it('nothing is left in English', () => {
    const alike = [...english].filter(([path, message]) => {
      const other = here.get(path)
      return other !== undefined && spoken(other) === spoken(message)
    })
    expect(alike.map(([path]) => path).toSorted()).toEqual(
      [...SIGNS, ...ALIKE[language]].toSorted(),
    )
  })
})

it('French sets its signs apart by a narrow space that does not break', () => {
  const loose = [...messages(fr)].filter(([, message]) => / [:;?!»]|« /u.test(spoken(message)))
  expect(loose.map(([path]) => path)).toEqual([])
})

it.each(Object.entries(FORMS))('%s counts by the forms of its plural', (language, forms) => {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  expect([...forms].toSorted()).toEqual(pluralCategories.toSorted())
})

it('nothing is said that nobody says', () => {
  const used = new Set<string>()
  for (const [, text] of sources('views', 'session', 'words')) {
    for (const [, path] of text.matchAll(/\bsay((?:\.\w+)+)/gu)) if (path) used.add(path.slice(1))
  }
  const isUsed = (path: string) =>
    // Of a part that is used as a whole, each may be said: by a code, a role, a kind.
    path.split('.').some((_, end, names) => used.has(names.slice(0, end + 1).join('.')))
  expect([...messages(en).keys()].filter((path) => !isUsed(path))).toEqual([])
})

it('what the server refuses has words of ours', () => {
  // A page never causes these, or the server says better what was wrong.
  const unsaid = ['bad_request', 'not_entered', 'already_entered', 'id_taken', 'signal_too_large']
  const source = readFileSync('src/protocol/ErrorCode.ts', 'utf8')
  const codes = [...source.matchAll(/"(\w+)"/gu)].map(([, code]) => code)
  expect(codes.length).toBeGreaterThan(20)
  const silent = codes.filter((code) => code !== undefined && !Object.hasOwn(say.refusals, code))
  expect(silent.toSorted()).toEqual(unsaid.toSorted())
})
