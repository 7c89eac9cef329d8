/** What is behind oneself: one's room, the same blurred, a picture of ours, or one's own. */
export const BACKGROUNDS = [
  'none',
  'blurWeak',
  'blurStrong',
  'dawn',
  'sea',
  'wood',
  'paper',
  'night',
  'own',
] as const
export type Background = (typeof BACKGROUNDS)[number]

/** What is done to the camera's picture before it is sent. */
export interface Effects {
  background: Background
  /** Whether a dark picture is made brighter. */
  brightens: boolean
}

export const NO_EFFECTS: Effects = { background: 'none', brightens: false }

export function hides({ background }: Effects): boolean {
  return background !== 'none'
}

export function alters(effects: Effects): boolean {
  return hides(effects) || effects.brightens
}

/**
 * Whether the picture can be changed beside the page before it is sent. Chromium can;
 * Safari has another way, and Firefox none.
 */
export function canPaint(): boolean {
  return ['MediaStreamTrackProcessor', 'MediaStreamTrackGenerator', 'OffscreenCanvas'].every(
    (it) => it in globalThis,
  )
}
