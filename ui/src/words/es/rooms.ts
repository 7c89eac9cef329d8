import type { Catalogue } from '../en'
import { count } from './counting'

export const rooms: Catalogue['rooms'] = {
  title: 'Salas',
  openChat: 'Abrir el chat',
  chatOf: (title) => `Chat: ${title}`,
  join: 'Ir a la reunión',
  joinOf: (title) => `Ir a la reunión: ${title}`,
  unread: (number) =>
    count(number, {
      one: '# mensaje nuevo',
      many: '# de mensajes nuevos',
      other: '# mensajes nuevos',
    }),
  manyUnread: '100 mensajes nuevos o más',
  inside: (number) =>
    count(number, {
      one: '# persona está dentro',
      many: '# de personas están dentro',
      other: '# personas están dentro',
    }),
  opening: 'Abriendo el chat…',
  locked:
    'La sala está bloqueada. Hasta que se desbloquee, el chat es solo para quienes están dentro.',
  stranger: 'El chat es para quienes ya han estado en esta sala. Ve primero a la reunión.',
}
