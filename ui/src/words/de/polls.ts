import type { Catalogue } from '../en'
import { count } from './counting'

export const polls: Catalogue['polls'] = {
  title: 'Umfragen',
  waiting: (number) => (number === 0 ? 'Umfragen' : `Umfragen (${number})`),
  empty: 'Noch wurde nichts gefragt. Umfragen bleiben im Verlauf der Besprechung.',
  asks: (name, question) => `${name} fragt: ${question}`,
  vote: 'Abstimmen',
  later: 'Später',
  ask: 'Etwas fragen',
  question: 'Frage',
  choice: (number) => `Antwort ${number}`,
  addChoice: 'Noch eine Antwort',
  several: 'Mehrere Antworten möglich',
  secret: 'Geheime Abstimmung',
  secretHint: 'Niemand erfährt, wer was gewählt hat.',
  send: 'Alle fragen',
  by: (name) => `von ${name}`,
  votes: (number) => count(number, { one: '# hat abgestimmt', other: '# haben abgestimmt' }),
  closed: 'Beendet',
  takeBack: 'Meine Stimme zurücknehmen',
  close: 'Abstimmung beenden',
  delete: 'Löschen',
  deletion: {
    title: 'Diese Umfrage löschen?',
    text: 'Die Frage und alle Stimmen sind für alle weg, auch aus dem Verlauf.',
  },
}
