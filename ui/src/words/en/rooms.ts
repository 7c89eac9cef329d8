import { count } from './counting'

export const rooms = {
  title: 'Rooms',
  openChat: 'Open the chat',
  chatOf: (title: string) => `Chat of ${title}`,
  join: 'Go to the meeting',
  joinOf: (title: string) => `Go to the meeting: ${title}`,
  unread: (number: number) => count(number, { one: '# new message', other: '# new messages' }),
  manyUnread: '100 new messages or more',
  inside: (number: number) => count(number, { one: '# person is in', other: '# people are in' }),
  opening: 'Opening the chat…',
  locked: 'The room is locked. Its chat is only for those inside until someone unlocks it.',
  stranger: 'The chat is for those who have been in this room. Go to the meeting first.',
}
