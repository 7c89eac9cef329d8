import type { Catalogue } from '../en'
import { count } from './counting'

export const announcements: Catalogue['announcements'] = {
  title: 'Lectura en voz alta durante una llamada',
  text: 'Lo que tu lector de pantalla dice por sí mismo en cuanto ocurre.',
  topics: {
    comings: 'Quién entra y quién sale',
    hands: 'Manos levantadas',
    chat: 'Mensajes del chat y archivos',
    knocks: 'Quién pide entrar',
    captions: 'Subtítulos',
  },
  message: (name) => `Mensaje nuevo de ${name}`,
  many: {
    joined: (number) =>
      count(number, {
        one: 'Ha entrado # persona',
        many: 'Han entrado # de personas',
        other: 'Han entrado # personas',
      }),
    left: (number) =>
      count(number, {
        one: 'Ha salido # persona',
        many: 'Han salido # de personas',
        other: 'Han salido # personas',
      }),
    hand: (number) =>
      count(number, {
        one: '# persona ha levantado la mano',
        many: '# de personas han levantado la mano',
        other: '# personas han levantado la mano',
      }),
    offered: (number) =>
      count(number, {
        one: '# archivo ofrecido',
        many: '# de archivos ofrecidos',
        other: '# archivos ofrecidos',
      }),
    said: (number) =>
      count(number, {
        one: '# mensaje nuevo',
        many: '# de mensajes nuevos',
        other: '# mensajes nuevos',
      }),
    knocked: (number) =>
      count(number, {
        one: '# persona pide entrar',
        many: '# de personas piden entrar',
        other: '# personas piden entrar',
      }),
  },
}
