import type { Catalogue } from '../en'
import { count } from './counting'

export const announcements: Catalogue['announcements'] = {
  title: 'Lecture à voix haute pendant un appel',
  text: 'Ce que votre lecteur d’écran annonce de lui-même, au moment où cela se produit.',
  topics: {
    comings: 'Arrivées et départs',
    hands: 'Mains levées',
    chat: 'Messages du chat et fichiers',
    knocks: 'Demandes d’entrée',
    captions: 'Sous-titres',
  },
  message: (name) => `Nouveau message de ${name}`,
  many: {
    joined: (number) =>
      count(number, {
        one: '# personne est arrivée',
        many: '# de personnes sont arrivées',
        other: '# personnes sont arrivées',
      }),
    left: (number) =>
      count(number, {
        one: '# personne est partie',
        many: '# de personnes sont parties',
        other: '# personnes sont parties',
      }),
    hand: (number) =>
      count(number, {
        one: '# personne a levé la main',
        many: '# de personnes ont levé la main',
        other: '# personnes ont levé la main',
      }),
    offered: (number) =>
      count(number, {
        one: '# fichier proposé',
        many: '# de fichiers proposés',
        other: '# fichiers proposés',
      }),
    said: (number) =>
      count(number, {
        one: '# nouveau message',
        many: '# de nouveaux messages',
        other: '# nouveaux messages',
      }),
    knocked: (number) =>
      count(number, {
        one: '# personne demande à entrer',
        many: '# de personnes demandent à entrer',
        other: '# personnes demandent à entrer',
      }),
  },
}
