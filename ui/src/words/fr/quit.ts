import type { Catalogue } from '../en'
import { count } from './counting'

export const quit: Catalogue['quit'] = {
  title: 'D’autres sont encore en réunion',
  text: (others) =>
    count(others, {
      one: '# personne est dans une réunion hébergée par cet ordinateur. Elle se termine quand Hearth se ferme.',
      many: '# de personnes sont dans des réunions hébergées par cet ordinateur. Elles se terminent quand Hearth se ferme.',
      other:
        '# personnes sont dans des réunions hébergées par cet ordinateur. Elles se terminent quand Hearth se ferme.',
    }),
  stay: 'Rester',
  whenEmpty: 'Partir, et fermer Hearth quand la réunion sera finie',
  successor: 'Qui sera l’hôte après votre départ ?',
  makeHost: (name) => `Nommer ${name} hôte et partir`,
  now: 'Fermer maintenant',
}
