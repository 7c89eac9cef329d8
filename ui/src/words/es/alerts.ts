import type { Catalogue } from '../en'

export const alerts: Catalogue['alerts'] = {
  ring: (name) => `${name} te llama`,
  ringText: { video: 'Quiere verte.', voice: 'Quiere hablar contigo.' },
  knock: (name) => `${name} pide entrar`,
  knockText: 'Quiere entrar en la reunión.',
  accept: 'Aceptar',
  decline: 'Rechazar',
  admit: 'Dejar entrar',
  deny: 'No dejar entrar',
}
