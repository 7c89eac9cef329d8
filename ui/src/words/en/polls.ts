import { count } from './counting'

export const polls = {
  title: 'Polls',
  waiting: (number: number) => (number === 0 ? 'Polls' : `Polls (${number})`),
  empty: 'Nothing was asked yet. Polls stay in the history of the meeting.',
  asks: (name: string, question: string) => `${name} asks: ${question}`,
  vote: 'Vote',
  later: 'Later',
  ask: 'Ask something',
  question: 'Question',
  choice: (number: number) => `Choice ${number}`,
  addChoice: 'One more choice',
  several: 'Several choices possible',
  secret: 'Secret vote',
  secretHint: 'Nobody is told who chose what.',
  send: 'Ask everyone',
  by: (name: string) => `by ${name}`,
  votes: (number: number) => count(number, { one: '# has voted', other: '# have voted' }),
  closed: 'Closed',
  takeBack: 'Take back my vote',
  close: 'End the vote',
  delete: 'Delete',
  deletion: {
    title: 'Delete this poll?',
    text: 'The question and all votes are gone for everyone, also from the history.',
  },
}
