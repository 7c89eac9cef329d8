import type { Catalogue } from '../en'
import { count } from './counting'

export const polls: Catalogue['polls'] = {
  title: 'Encuestas',
  waiting: (number) => (number === 0 ? 'Encuestas' : `Encuestas (${number})`),
  empty: 'Aún no se ha preguntado nada. Las encuestas se quedan en el historial de la reunión.',
  asks: (name, question) => `${name} pregunta: ${question}`,
  vote: 'Votar',
  later: 'Más tarde',
  ask: 'Preguntar algo',
  question: 'Pregunta',
  choice: (number) => `Opción ${number}`,
  addChoice: 'Una opción más',
  several: 'Se pueden elegir varias',
  secret: 'Votación secreta',
  secretHint: 'Nadie sabrá quién eligió qué.',
  send: 'Preguntar a todos',
  by: (name) => `de ${name}`,
  votes: (number) =>
    count(number, {
      one: '# persona ha votado',
      many: '# de personas han votado',
      other: '# personas han votado',
    }),
  closed: 'Terminada',
  takeBack: 'Retirar mi voto',
  close: 'Terminar la votación',
  delete: 'Eliminar',
  deletion: {
    title: '¿Eliminar esta encuesta?',
    text: 'La pregunta y todos los votos desaparecen para todos, también del historial.',
  },
}
