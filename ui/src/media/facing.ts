/** Which way a camera looks (W3C Media Capture, `facingMode`), where it says so. */
export const FACINGS = ['user', 'environment'] as const
export type Facing = (typeof FACINGS)[number]

/** Which way this camera looks; null where the browser does not know, as of a webcam. */
export function facingOf(track: MediaStreamTrack | null): Facing | null {
  const { facingMode } = track?.getSettings() ?? {}
  return FACINGS.find((it) => it === facingMode) ?? null
}

export function opposite(facing: Facing): Facing {
  return facing === 'user' ? 'environment' : 'user'
}
