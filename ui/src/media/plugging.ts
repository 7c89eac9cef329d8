/** A device, as far as the browser tells. */
export type Found = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'groupId' | 'label'>

/** Something to hear or to be heard by that was plugged in. */
export interface Arrival {
  label: string
  /** Null where it has none; so is the next. */
  microphone: string | null
  speaker: string | null
}

// Names of the browser's own for devices that are listed by themselves, too.
const ALIASES = ['', 'default', 'communications']

/** What there is to hear and be heard by now, and was not before; null for nothing new. */
export function arrivalOf(before: readonly Found[], after: readonly Found[]): Arrival | null {
  const isNew = ({ kind, deviceId, label }: Found) =>
    kind !== 'videoinput' &&
    label !== '' &&
    !ALIASES.includes(deviceId) &&
    !before.some((known) => known.kind === kind && known.deviceId === deviceId)
  const fresh = after.filter(isNew)
  // A headset is one device to its user, and two to the browser.
  const first = fresh.find(({ kind }) => kind === 'audioinput') ?? fresh[0]
  if (first === undefined) return null
  const part = (wanted: MediaDeviceKind) =>
    fresh.find(
      (it) =>
        it.kind === wanted && (it === first || (it.groupId !== '' && it.groupId === first.groupId)),
    )?.deviceId ?? null
  return { label: first.label, microphone: part('audioinput'), speaker: part('audiooutput') }
}

/** Whether all of what arrived is still there. */
export function isStillThere(arrival: Arrival, found: readonly Found[]): boolean {
  return [arrival.microphone, arrival.speaker].every(
    (id) => id === null || found.some(({ deviceId }) => deviceId === id),
  )
}
