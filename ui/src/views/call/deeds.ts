import ArrowDown from '@lucide/svelte/icons/arrow-down'
import Crown from '@lucide/svelte/icons/crown'
import MonitorOff from '@lucide/svelte/icons/monitor-off'
import Shield from '@lucide/svelte/icons/shield'
import ShieldOff from '@lucide/svelte/icons/shield-off'
import UserX from '@lucide/svelte/icons/user-x'

import type { Participant } from '../../protocol/Participant'
import type { Room } from '../../session/room.svelte'
import { say } from '../../words/speech.svelte'
import type { MenuAction } from '../parts/menu'

/** What one may do to someone, beside muting. */
export function deeds(room: Room, participant: Participant, onremove: () => void): MenuAction[] {
  const { people } = room
  if (!people.canActOn(participant)) return []
  const { id, name, role, media, hand } = participant
  const actions: MenuAction[] = []
  if (hand !== null) {
    const choose = () => room.lowerHand(id)
    actions.push({ label: say.people.lowerHand(name), icon: ArrowDown, choose })
  }
  if (media.screen) {
    const choose = () => room.stopScreen(id)
    actions.push({ label: say.people.stopScreen(name), icon: MonitorOff, choose })
  }
  if (people.isHost) {
    const isCoHost = role === 'coHost'
    actions.push(
      {
        label: isCoHost ? say.people.makeParticipant(name) : say.people.makeCoHost(name),
        icon: isCoHost ? ShieldOff : Shield,
        choose: () => room.setRole(id, isCoHost ? 'participant' : 'coHost'),
      },
      {
        label: say.people.makeHost(name),
        icon: Crown,
        choose: () => void room.handOver(id),
      },
    )
  }
  actions.push({ label: say.people.remove(name), icon: UserX, danger: true, choose: onremove })
  return actions
}
