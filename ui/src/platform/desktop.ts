import { browser } from './browser'
import type { Platform } from './platform'

/** The desktop window. Its shell opens such windows in the system's browser. */
export const desktop: Platform = { ...browser, name: 'desktop' }
