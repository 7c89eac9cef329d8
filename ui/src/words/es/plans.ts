import type { Catalogue } from '../en'
import { count } from './counting'

export const plans: Catalogue['plans'] = {
  title: 'Planificadas',
  plan: 'Planificar una reunión',
  change: 'Cambiar la planificación',
  room: 'Mi sala',
  roomHint: 'Una reunión propia cuyo código no cambia.',
  what: 'De qué trata',
  date: 'Día',
  time: 'Hora',
  length: 'Duración',
  minutes: (number) => count(number, { one: '# minuto', many: '# de minutos', other: '# minutos' }),
  hours: (number) => count(number, { one: '# hora', many: '# de horas', other: '# horas' }),
  lasting: 'Conservar el código para siempre',
  lastingHint: 'Para reuniones que se repiten. Si no, caduca una semana después de su último uso.',
  noTime: 'Indica qué día y a qué hora.',
  past: 'Esa hora ya ha pasado.',
  save: 'Planificar',
  saveChange: 'Guardar',
  ready: 'La reunión está planificada.',
  invitation: 'Guardar la invitación',
  invite: 'Envía esto a quienes deban venir, o guárdalo para su calendario.',
  now: 'ahora',
  actionsFor: (title) => `Qué hacer con ${title}`,
  cancel: 'Cancelar la reunión',
  cancelTitle: '¿Cancelar esta reunión?',
  cancelText: 'Su código ya no dejará entrar a nadie. Avisa a quienes hayas invitado.',
  untitled: 'Una reunión',
  door: (when) => `Prevista para ${when}`,
  description: (link, code) =>
    `Abre ${link} en la red de la reunión, o escribe el código ${code} en Hearth.`,
}
