import { count } from './counting'

export const quit = {
  title: 'Others are still in a meeting',
  text: (others: number) =>
    count(others, {
      one: '# person is in a meeting that this computer holds. It ends when Hearth quits.',
      other: '# people are in meetings that this computer holds. They end when Hearth quits.',
    }),
  stay: 'Stay',
  whenEmpty: 'Leave, and quit when they are done',
  successor: 'Who shall be the host when you have left?',
  makeHost: (name: string) => `Make ${name} host and leave`,
  now: 'Quit now',
}
