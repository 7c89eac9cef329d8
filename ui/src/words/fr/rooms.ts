import type { Catalogue } from '../en'
import { count } from './counting'

export const rooms: Catalogue['rooms'] = {
  title: 'Salles',
  openChat: 'Ouvrir le chat',
  chatOf: (title) => `Chat : ${title}`,
  join: 'Aller à la réunion',
  joinOf: (title) => `Aller à la réunion : ${title}`,
  unread: (number) =>
    count(number, {
      one: '# nouveau message',
      many: '# de nouveaux messages',
      other: '# nouveaux messages',
    }),
  manyUnread: '100 nouveaux messages ou plus',
  inside: (number) =>
    count(number, {
      one: '# personne est là',
      many: '# de personnes sont là',
      other: '# personnes sont là',
    }),
  opening: 'Ouverture du chat…',
  locked:
    'La salle est verrouillée. Jusqu’à ce qu’on la déverrouille, son chat est réservé à ceux qui y sont.',
  stranger:
    'Le chat est réservé à ceux qui sont déjà venus dans cette salle. Allez d’abord à la réunion.',
}
