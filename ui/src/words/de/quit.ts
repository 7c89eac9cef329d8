import type { Catalogue } from '../en'
import { count } from './counting'

export const quit: Catalogue['quit'] = {
  title: 'Andere sind noch in einer Besprechung',
  text: (others) =>
    count(others, {
      one: '# Person ist in einer Besprechung, die dieser Computer führt. Sie endet, wenn Hearth beendet wird.',
      other:
        '# Personen sind in Besprechungen, die dieser Computer führt. Sie enden, wenn Hearth beendet wird.',
    }),
  stay: 'Bleiben',
  whenEmpty: 'Verlassen, und beenden, wenn sie fertig sind',
  successor: 'Wer soll Gastgeber sein, wenn Sie gegangen sind?',
  makeHost: (name) => `${name} zum Gastgeber machen und verlassen`,
  now: 'Jetzt beenden',
}
