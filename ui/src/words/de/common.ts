import type { Catalogue } from '../en'

export const common: Catalogue['common'] = {
  starting: 'Hearth startet',
  pageTitle: (heading) => `${heading} · Hearth`,
  goHome: 'Zur Startseite',
  tryAgain: 'Erneut versuchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  copied: 'Kopiert',
  copyLink: 'Link kopieren',
  chosen: 'ausgewählt',
  yourName: 'Ihr Name',
  someone: 'Jemand',
  theme: 'Farben',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ging ein Teil der Adresse verloren. Die Adresse einer Besprechung endet mit einem Code wie abc-def-ghj.',
  },
}
