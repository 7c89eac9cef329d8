import type { Catalogue } from '../en'
import { count } from './counting'

export const plans: Catalogue['plans'] = {
  title: 'Réunions prévues',
  plan: 'Planifier une réunion',
  change: 'Modifier la planification',
  room: 'Ma salle',
  roomHint: 'Une réunion à vous, dont le code reste le même.',
  what: 'Sujet',
  date: 'Jour',
  time: 'Heure',
  length: 'Durée',
  minutes: (number) => count(number, { one: '# minute', many: '# de minutes', other: '# minutes' }),
  hours: (number) => count(number, { one: '# heure', many: '# d’heures', other: '# heures' }),
  lasting: 'Garder le code pour toujours',
  lastingHint:
    'Pour les réunions qui reviennent. Sinon, le code expire une semaine après sa dernière utilisation.',
  noTime: 'Indiquez le jour et l’heure.',
  past: 'Cette heure est passée.',
  save: 'Planifier',
  saveChange: 'Enregistrer',
  ready: 'La réunion est planifiée.',
  invitation: 'Enregistrer l’invitation',
  invite:
    'Envoyez ceci à celles et ceux qui doivent venir, ou enregistrez-le pour leur calendrier.',
  now: 'maintenant',
  actionsFor: (title) => `Que faire de ${title}`,
  cancel: 'Annuler la réunion',
  cancelTitle: 'Annuler cette réunion ?',
  cancelText:
    'Son code ne laissera plus entrer personne. Prévenez les personnes que vous avez invitées.',
  untitled: 'Une réunion',
  door: (when) => `Prévue pour : ${when}`,
  description: (link, code) =>
    `Ouvrez ${link} sur le réseau de la réunion, ou saisissez le code ${code} dans Hearth.`,
}
