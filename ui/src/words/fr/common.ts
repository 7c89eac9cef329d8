import type { Catalogue } from '../en'

export const common: Catalogue['common'] = {
  starting: 'Hearth démarre',
  pageTitle: (heading) => `${heading} · Hearth`,
  goHome: 'Aller à l’accueil',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  close: 'Fermer',
  copied: 'Copié',
  copyLink: 'Copier le lien',
  chosen: 'sélectionné',
  yourName: 'Votre nom',
  someone: 'Quelqu’un',
  language: 'Langue',
  theme: 'Thème',
  themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'Une partie de l’adresse s’est peut-être perdue. L’adresse d’une réunion se termine par un code comme abc-def-ghj.',
  },
}
