import type { Catalogue } from '../en'
import { count } from './counting'

export const polls: Catalogue['polls'] = {
  title: 'Sondages',
  waiting: (number) => (number === 0 ? 'Sondages' : `Sondages (${number})`),
  empty: 'Rien n’a encore été demandé. Les sondages restent dans l’historique de la réunion.',
  asks: (name, question) => `${name} demande : ${question}`,
  vote: 'Voter',
  later: 'Plus tard',
  ask: 'Poser une question',
  question: 'Question',
  choice: (number) => `Choix ${number}`,
  addChoice: 'Un choix de plus',
  several: 'Plusieurs choix possibles',
  secret: 'Vote secret',
  secretHint: 'Personne n’apprend qui a choisi quoi.',
  send: 'Demander à tout le monde',
  by: (name) => `par ${name}`,
  votes: (number) =>
    count(number, {
      one: '# personne a voté',
      many: '# de personnes ont voté',
      other: '# personnes ont voté',
    }),
  closed: 'Terminé',
  takeBack: 'Retirer mon vote',
  close: 'Mettre fin au vote',
  delete: 'Supprimer',
  deletion: {
    title: 'Supprimer ce sondage ?',
    text: 'La question et tous les votes disparaissent pour tout le monde, y compris de l’historique.',
  },
}
