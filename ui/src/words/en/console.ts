import { count } from './counting'

export const console = {
  title: 'Call',
  home: 'Home',
  states: {
    connecting: 'The call is connecting…',
    door: 'The call is at its door: come in where it is held.',
    waiting: 'You wait in the lobby until the host lets you in.',
    in: 'The call is held in your browser.',
    reconnecting: 'The call has lost its connection. Reconnecting…',
  },
  duration: 'Duration',
  microphone: { on: 'Mute microphone', off: 'Unmute microphone' },
  camera: { on: 'Turn camera off', off: 'Turn camera on' },
  muted: 'Muted',
  talking: 'Microphone on',
  cameraOff: 'Camera off',
  cameraOn: 'Camera on',
  show: 'Picture and sound are in your browser’s tab.',
  none: 'There is no call',
  noneText: 'Start a meeting or come to one, and it shows here.',
  held: 'You are in a call.',
  heldIn: (title: string) => `You are in a call: ${title}`,
  toCall: 'Show the call',
  people: (number: number) => count(number, { one: '# person', other: '# people' }),
  over: {
    left: 'The call is over.',
    denied: 'You were not let in.',
    removed: 'The host removed you from the meeting.',
    ended: 'The meeting has ended.',
  },
  comeBack: 'Come back',
}
