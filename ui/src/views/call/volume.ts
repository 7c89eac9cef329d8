import Volume from '@lucide/svelte/icons/volume-2'
import VolumeX from '@lucide/svelte/icons/volume-x'

import type { Participant } from '../../protocol/Participant'
import type { Volumes } from '../../session/volumes.svelte'
import { say } from '../../words/speech.svelte'
import type { MenuAction } from '../parts/menu'

/** How loud one may hear somebody, for their menu. */
export function volumeActions(
  volumes: Volumes,
  { id, name }: Participant,
  open: () => void,
): MenuAction[] {
  const { muted } = volumes.of(id)
  const words = say.people.volume
  return [
    { label: words.set(name), icon: Volume, choose: open },
    {
      label: muted ? words.hearAgain(name) : words.muteForMe(name),
      icon: VolumeX,
      choose: () => {
        volumes.setMuted(id, !muted)
      },
    },
  ]
}
