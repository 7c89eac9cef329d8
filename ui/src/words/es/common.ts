import type { Catalogue } from '../en'

export const common: Catalogue['common'] = {
  starting: 'Hearth se está iniciando',
  pageTitle: (heading) => `${heading} · Hearth`,
  goHome: 'Ir al inicio',
  tryAgain: 'Reintentar',
  cancel: 'Cancelar',
  close: 'Cerrar',
  copied: 'Copiado',
  copyLink: 'Copiar el enlace',
  chosen: 'elegido',
  yourName: 'Tu nombre',
  someone: 'Alguien',
  language: 'Idioma',
  theme: 'Tema',
  themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
  notFound: {
    title: 'Esta página no existe',
    text: 'Quizá se perdió una parte de la dirección. La dirección de una reunión termina en un código como abc-def-ghj.',
  },
}
