import type { Catalogue } from '../en'
import { count } from './counting'

export const rooms: Catalogue['rooms'] = {
  title: 'Räume',
  openChat: 'Chat öffnen',
  chatOf: (title) => `Chat: ${title}`,
  join: 'Zur Besprechung',
  joinOf: (title) => `Zur Besprechung: ${title}`,
  unread: (number) => count(number, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  manyUnread: '100 neue Nachrichten oder mehr',
  inside: (number) => count(number, { one: '# Person ist da', other: '# Personen sind da' }),
  opening: 'Der Chat wird geöffnet…',
  locked: 'Der Raum ist geschlossen. Solange ist sein Chat nur für die, die darin sind.',
  stranger:
    'Der Chat ist für alle, die schon in diesem Raum waren. Gehen Sie zuerst zur Besprechung.',
}
