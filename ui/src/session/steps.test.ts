import { describe, expect, it } from 'vitest'

import { type Problem, problemOf } from '../media/problem'
import { type Named, surroundingsOf } from './browser'
import { stepsFor } from './steps'

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)'
const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0'

const agent = (userAgent: string, maxTouchPoints = 0): Named => ({ userAgent, maxTouchPoints })

describe('browser and system', () => {
  it.each([
    [
      'chromium',
      'windows',
      agent(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`),
    ],
    [
      'chromium',
      'windows',
      agent(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/142.0`),
    ],
    [
      'chromium',
      'android',
      agent(`Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, 5),
    ],
    ['chromium', 'macos', agent(`${MAC} ${CHROME} Safari/537.36`)],
    [
      'firefox',
      'linux',
      agent('Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'),
    ],
    ['safari', 'macos', agent(`${MAC} ${WEBKIT} Version/26.0 Safari/605.1.15`)],
    ['safari', 'ios', agent(`${MAC} ${WEBKIT} Version/26.0 Safari/605.1.15`, 5)],
    [
      'chromium',
      'ios',
      agent(
        `Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) ${WEBKIT} CriOS/142.0 Safari/604.1`,
        5,
      ),
    ],
    ['other', 'linux', agent(`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT}`)],
    ['other', 'other', agent('')],
    [
      'chromium',
      'windows',
      {
        ...agent('nothing'),
        userAgentData: { brands: [{ brand: 'Chromium' }], platform: 'Windows' },
      },
    ],
  ] as const)('%s on %s is known', (browser, system, navigator) => {
    expect(surroundingsOf(navigator)).toEqual({ browser, system })
  })
})

describe('the problem', () => {
  it.each([
    ['NotAllowedError', 'Permission denied', 'denied'],
    ['NotAllowedError', 'Permission denied by system', 'blocked'],
    ['NotAllowedError', 'Permission dismissed', 'dismissed'],
    ['NotFoundError', '', 'missing'],
    ['OverconstrainedError', '', 'unfit'],
    ['NotReadableError', '', 'busy'],
    ['TypeError', '', 'failed'],
  ])('of a %s “%s” is that it is %s', (name, message, problem) => {
    expect(problemOf(new DOMException(message, name))).toBe(problem)
  })
})

describe('the steps', () => {
  const steps = (
    problem: Problem,
    browser: 'chromium' | 'firefox' | 'safari',
    system: 'macos' | 'windows' | 'linux' | 'ios' | 'android',
  ) => stepsFor(problem, { browser, system })

  it('begin where the page is allowed, and go on where the browser is', () => {
    expect(steps('denied', 'firefox', 'macos')).toEqual(['firefox', 'macosPrivacy'])
    expect(steps('denied', 'chromium', 'windows')).toEqual(['chromium', 'windowsPrivacy'])
    expect(steps('denied', 'safari', 'ios')).toEqual(['iosSafari', 'iosPrivacy'])
    expect(steps('denied', 'chromium', 'android')).toEqual(['android', 'androidPrivacy'])
    expect(steps('denied', 'chromium', 'linux'), 'nothing stands in between').toEqual(['chromium'])
  })

  it('go straight to the system where the browser says that it is the system', () => {
    expect(steps('blocked', 'chromium', 'macos')).toEqual(['macosPrivacy'])
  })

  it.each(['missing', 'unfit', 'busy', 'failed'] as const)('are some when it is %s', (problem) => {
    expect(steps(problem, 'chromium', 'linux').length).toBeGreaterThan(0)
  })

  it('are none where one sentence says it all', () => {
    expect(steps('insecure', 'chromium', 'linux')).toEqual([])
    expect(steps('dismissed', 'chromium', 'linux')).toEqual([])
  })
})
