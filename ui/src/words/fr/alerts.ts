import type { Catalogue } from '../en'

export const alerts: Catalogue['alerts'] = {
  ring: (name) => `${name} vous appelle`,
  ringText: { video: 'Souhaite vous voir.', voice: 'Souhaite vous parler.' },
  knock: (name) => `${name} demande à entrer`,
  knockText: 'Souhaite rejoindre la réunion.',
  accept: 'Accepter',
  decline: 'Refuser',
  admit: 'Faire entrer',
  deny: 'Ne pas faire entrer',
}
