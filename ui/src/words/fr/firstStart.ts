import type { Catalogue } from '../en'

export const firstStart: Catalogue['firstStart'] = {
  title: 'Bienvenue dans Hearth',
  text: 'Quel est votre nom ? Les autres le voient quand vous vous réunissez.',
  missing: 'Saisissez votre nom, tel que les autres doivent le voir.',
  begin: 'Commencer',
}
