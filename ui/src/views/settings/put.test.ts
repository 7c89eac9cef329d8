import { readFileSync } from 'node:fs'

import { afterEach, expect, it } from 'vitest'

import { say, speech } from '../../words/speech.svelte'
import { put } from './put'

afterEach(() => speech.follow('en', []))

const blocked = {
  topic: 'Port',
  verdict: 'bad',
  code: 'port_blocked',
  facts: ['7466', 'Ben'],
  text: 'Port 7466 of this computer cannot be reached from Ben.',
  advice: ['Let TCP port 7466 in.', 'sudo ufw allow 7466/tcp'],
} as const

const finding = { ...blocked, facts: [...blocked.facts], advice: [...blocked.advice] }

it('says of a finding what the server says, in the language that is spoken', async () => {
  expect(put(finding)).toMatchObject({ topic: blocked.topic, text: blocked.text })
  expect(put(finding).advice).toEqual(blocked.advice)
  await speech.follow('de', [])
  expect(put(finding)).toEqual({
    topic: 'Port',
    text: 'Port 7466 dieses Computers ist von Ben aus nicht erreichbar.',
    advice: ['Lassen Sie TCP-Port 7466 hinein.', 'sudo ufw allow 7466/tcp'],
  })
})

it('leaves a finding that is new to it as the server says it', async () => {
  await speech.follow('de', [])
  const { text, advice } = finding
  expect(put({ ...finding, topic: 'Moon', code: 'full_moon' })).toMatchObject({
    topic: 'Moon',
    text,
    advice,
  })
})

it('knows every finding of the doctor', () => {
  const source = readFileSync(
    new URL('../../../../src-tauri/crates/link/src/doctor/verdicts.rs', import.meta.url),
    'utf8',
  )
  const codes = new Set([...source.matchAll(/"([a-z]+(?:_[a-z]+)*)"/g)].map(([, code]) => code))
  expect(Object.keys(say.doctor.found).toSorted()).toEqual([...codes].toSorted())
})
