import type { Problem } from '../media/problem'
import type { Surroundings } from './browser'

/** What one can do about a device that does not work; said in the catalogue under its name. */
export type Step =
  | 'chromium'
  | 'firefox'
  | 'safari'
  | 'android'
  | 'iosSafari'
  | 'otherBrowser'
  | 'windowsPrivacy'
  | 'macosPrivacy'
  | 'androidPrivacy'
  | 'iosPrivacy'
  | 'linuxPrivacy'
  | 'otherPrivacy'
  | 'plug'
  | 'shutter'
  | 'choose'
  | 'closeOthers'
  | 'linuxBusy'
  | 'restart'

/** The steps for this browser on this system, in the order in which they are worth trying. */
export function stepsFor(problem: Problem, where: Surroundings): readonly Step[] {
  switch (problem) {
    case 'denied':
      return [...pageSteps(where), ...(where.system === 'linux' ? [] : [privacy(where)])]
    case 'blocked':
      return [privacy(where)]
    case 'missing':
      return ['plug', 'shutter', ...(where.system === 'linux' ? [] : [privacy(where)])]
    case 'unfit':
      return ['choose']
    case 'busy':
      return ['closeOthers', where.system === 'linux' ? 'linuxBusy' : 'restart']
    case 'failed':
      return ['plug', 'restart']
    // The sentence itself says all there is to do.
    case 'dismissed':
    case 'insecure':
      return []
    default:
      return problem satisfies never
  }
}

/** Where this page is allowed to use devices. */
function pageSteps({ browser, system }: Surroundings): readonly Step[] {
  if (system === 'ios') return browser === 'safari' ? ['iosSafari'] : []
  if (system === 'android') return ['android']
  return [browser === 'other' ? 'otherBrowser' : browser]
}

/** Where the system allows it to the browser. */
function privacy({ system }: Surroundings): Step {
  switch (system) {
    case 'windows':
      return 'windowsPrivacy'
    case 'macos':
      return 'macosPrivacy'
    case 'android':
      return 'androidPrivacy'
    case 'ios':
      return 'iosPrivacy'
    case 'linux':
      return 'linuxPrivacy'
    case 'other':
      return 'otherPrivacy'
    default:
      return system satisfies never
  }
}
