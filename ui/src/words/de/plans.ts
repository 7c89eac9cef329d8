import type { Catalogue } from '../en'
import { count } from './counting'

export const plans: Catalogue['plans'] = {
  title: 'Geplant',
  plan: 'Besprechung planen',
  change: 'Planung ändern',
  room: 'Mein Raum',
  roomHint: 'Eine eigene Besprechung, deren Code derselbe bleibt.',
  what: 'Worum es geht',
  date: 'Tag',
  time: 'Uhrzeit',
  length: 'Wie lange',
  minutes: (number) => count(number, { one: '# Minute', other: '# Minuten' }),
  hours: (number) => count(number, { one: '# Stunde', other: '# Stunden' }),
  lasting: 'Den Code für immer behalten',
  lastingHint:
    'Für Besprechungen, die wiederkehren. Sonst endet sie eine Woche nach ihrer letzten Nutzung.',
  noTime: 'Geben Sie an, an welchem Tag und um wie viel Uhr.',
  past: 'Diese Zeit ist vorbei.',
  save: 'Planen',
  saveChange: 'Speichern',
  ready: 'Die Besprechung ist geplant.',
  invitation: 'Einladung speichern',
  invite: 'Schicken Sie dies allen, die kommen sollen, oder speichern Sie es für deren Kalender.',
  now: 'jetzt',
  actionsFor: (title) => `Was mit ${title} geschehen soll`,
  cancel: 'Besprechung absagen',
  cancelTitle: 'Diese Besprechung absagen?',
  cancelText:
    'Ihr Code lässt dann niemanden mehr ein. Sagen Sie es allen, die Sie eingeladen haben.',
  untitled: 'Eine Besprechung',
  door: (when) => `Geplant für ${when}`,
  description: (link, code) =>
    `Öffnen Sie ${link} im Netzwerk der Besprechung, oder geben Sie in Hearth den Code ${code} ein.`,
}
