import type { Catalogue } from '../en'

export const alerts: Catalogue['alerts'] = {
  ring: (name) => `${name} ruft an`,
  ringText: { video: 'Möchte Sie sehen.', voice: 'Möchte mit Ihnen sprechen.' },
  knock: (name) => `${name} klopft an`,
  knockText: 'Möchte in die Besprechung kommen.',
  accept: 'Annehmen',
  decline: 'Ablehnen',
  admit: 'Einlassen',
  deny: 'Abweisen',
}
