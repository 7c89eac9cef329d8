import { count } from './counting'

export const meeting = {
  title: 'Meeting',
  titled: (code: string) => `Meeting ${code}`,
  going: 'Going to the meeting…',
  lost: 'The connection is lost. Reconnecting…',
  seatKept: (time: string) => `Your place is kept for another ${time}.`,
  giveUp: 'Leave now',
  howYouLook: 'How the others will see and hear you',
  ready: 'Ready?',
  noName: 'Type your name, so that the others know who comes.',
  nobodyIn: 'Nobody is in yet.',
  oneIn: (name: string) => `${name} is in.`,
  manyIn: (names: string) => `${names} are in.`,
  others: (number: number) => count(number, { one: '# other', other: '# others' }),
  locked: 'The meeting is locked. Ask someone inside to unlock it.',
  ask: 'Ask to join',
  join: 'Join now',
  waiting: {
    title: 'Waiting to be let in',
    text: 'The host knows that you are here. Stay on this page; you will come in by yourself.',
    stop: 'Stop waiting',
  },
  over: {
    left: { title: 'You left the meeting', again: 'Come back' },
    denied: {
      title: 'You were not let in',
      text: 'The host declined. If you think that was a mistake, ask them, then knock again.',
      again: 'Knock again',
    },
    removed: {
      title: 'You were removed from the meeting',
      text: 'Its code does not let you in any more.',
    },
    ended: {
      title: 'This meeting has ended',
      text: 'If you were in it, your history has its people and its chat.',
    },
    replaced: {
      title: 'You are in this meeting elsewhere',
      text: 'Another tab or window took your place.',
      again: 'Use this one',
    },
    identityChanged: {
      title: 'This is not the computer that you know',
      text: 'It has another identity than it had. Perhaps Hearth was installed there anew; perhaps someone poses as it. Nothing was sent to it. Ask its owner, and only then forget it, to meet it anew.',
      forget: 'Forget this computer',
    },
    refused: {
      title: 'You cannot come in now',
      unknown: 'There is no such meeting',
      full: 'The meeting is full',
      locked: 'The meeting is locked',
      search: 'Look for it on the network',
    },
    serverGone: {
      title: 'The server is gone',
      text: 'Hearth does not answer. Check that the computer that hosts it is on and that you are on its network.',
    },
  },
}
