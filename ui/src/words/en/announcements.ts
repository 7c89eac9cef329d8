import { count } from './counting'

export const announcements = {
  title: 'Read aloud in a call',
  text: 'What your screen reader tells by itself, when it happens.',
  topics: {
    comings: 'Who joins and leaves',
    hands: 'Raised hands',
    chat: 'Chat messages and files',
    knocks: 'Who asks to come in',
    captions: 'Captions',
  },
  message: (name: string) => `New message from ${name}`,
  many: {
    joined: (number: number) => count(number, { one: '# person joined', other: '# people joined' }),
    left: (number: number) => count(number, { one: '# person left', other: '# people left' }),
    hand: (number: number) =>
      count(number, { one: '# person raised a hand', other: '# people raised their hands' }),
    offered: (number: number) => count(number, { one: '# file offered', other: '# files offered' }),
    said: (number: number) => count(number, { one: '# new message', other: '# new messages' }),
    knocked: (number: number) =>
      count(number, {
        one: '# person would like to come in',
        other: '# people would like to come in',
      }),
  },
}
