import ArrowDown from '@lucide/svelte/icons/arrow-down'
import Crown from '@lucide/svelte/icons/crown'
import Mic from '@lucide/svelte/icons/mic'
import MonitorOff from '@lucide/svelte/icons/monitor-off'
import Pencil from '@lucide/svelte/icons/pencil'
import Pin from '@lucide/svelte/icons/pin'
import PinOff from '@lucide/svelte/icons/pin-off'
import KeyRound from '@lucide/svelte/icons/key-round'
import Shield from '@lucide/svelte/icons/shield'
import ShieldOff from '@lucide/svelte/icons/shield-off'
import Star from '@lucide/svelte/icons/star'
import StarOff from '@lucide/svelte/icons/star-off'
import UserX from '@lucide/svelte/icons/user-x'

import type { Participant } from '../../protocol/Participant'
import type { Room } from '../../session/room.svelte'
import type { Viewing } from '../../session/viewing.svelte'
import { say } from '../../words/speech.svelte'
import type { MenuAction } from '../parts/menu'

/** What needs an answer before it is done. */
export interface Questions {
  rename: () => void
  rights: () => void
  remove: () => void
}

/** What one may do to someone, beside muting, or with oneself. */
export function deeds(
  room: Room,
  participant: Participant,
  viewing: Viewing | null,
  questions: Questions,
): MenuAction[] {
  const { people } = room
  const { id, name, role, media, hand } = participant
  const actions: MenuAction[] = []
  const isMe = id === people.me?.id
  if (isMe) {
    actions.push({ label: say.people.renameMe, icon: Pencil, choose: questions.rename })
  }
  if (viewing !== null) {
    const picture = { who: id, what: 'camera' } as const
    const isPinned = viewing.isPinned(picture)
    actions.push({
      label: isPinned ? say.stage.unpin(name) : say.stage.pin(name),
      icon: isPinned ? PinOff : Pin,
      choose: () => viewing.pin(picture),
    })
  }
  if (people.canAdmit) {
    const isShown = people.spotlight?.id === id
    actions.push({
      label: isShown ? say.people.endSpotlight(name) : say.people.spotlight(name),
      icon: isShown ? StarOff : Star,
      choose: () => room.spotlight(isShown ? null : id),
    })
  }
  if (!people.canActOn(participant)) return actions
  actions.push({ label: say.people.rename(name), icon: Pencil, choose: questions.rename })
  if (!media.microphone.enabled) {
    const choose = () => room.askToUnmute(id)
    actions.push({ label: say.people.askToUnmute(name), icon: Mic, choose })
  }
  if (hand !== null) {
    const choose = () => room.lowerHand(id)
    actions.push({ label: say.people.lowerHand(name), icon: ArrowDown, choose })
  }
  if (media.screen) {
    const choose = () => room.stopScreen(id)
    actions.push({ label: say.people.stopScreen(name), icon: MonitorOff, choose })
  }
  if (role === 'participant') {
    const choose = questions.rights
    actions.push({ label: say.people.rights.change(name), icon: KeyRound, choose })
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
  actions.push({
    label: say.people.remove(name),
    icon: UserX,
    danger: true,
    choose: questions.remove,
  })
  return actions
}
