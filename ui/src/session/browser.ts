/** Which program and which system show this page, as far as advice depends on it. */
export interface Surroundings {
  browser: 'chromium' | 'firefox' | 'safari' | 'other'
  system: 'windows' | 'macos' | 'linux' | 'android' | 'ios' | 'other'
}

/** What a browser says of itself. */
export interface Named {
  userAgent: string
  maxTouchPoints: number
  /** Only Chromium has it, and only on secure pages. */
  userAgentData?: { brands: readonly { brand: string }[]; platform: string }
}

export function surroundingsOf(navigator: Named): Surroundings {
  return { browser: browserOf(navigator), system: systemOf(navigator) }
}

function browserOf({ userAgent, userAgentData }: Named): Surroundings['browser'] {
  if (userAgentData?.brands.some(({ brand }) => brand === 'Chromium') === true) return 'chromium'
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox'
  // All others pretend to be Safari, so it comes last.
  if (/Chrom(e|ium)\/|CriOS\/|Edg(A|iOS)?\//.test(userAgent)) return 'chromium'
  return /Version\/[\d.]+.* Safari\//.test(userAgent) ? 'safari' : 'other'
}

function systemOf({ userAgent, maxTouchPoints, userAgentData }: Named): Surroundings['system'] {
  const told = `${userAgentData?.platform ?? ''} ${userAgent}`
  if (/Android/.test(told)) return 'android'
  // An iPad says that it is a Mac, and no Mac can be touched.
  if (/iPhone|iPad/.test(told) || (/Mac/.test(told) && maxTouchPoints > 1)) return 'ios'
  if (/Windows/.test(told)) return 'windows'
  if (/Mac/.test(told)) return 'macos'
  return /Linux|CrOS|X11/.test(told) ? 'linux' : 'other'
}
