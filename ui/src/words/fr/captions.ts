import type { Catalogue } from '../en'

export const captions: Catalogue['captions'] = {
  title: 'Sous-titres',
  hint: 'Les lignes qu’une personne tape pendant l’appel pour qui n’entend pas, au-dessus du bord inférieur.',
  sizes: {
    off: 'Non affichés',
    small: 'Petits',
    medium: 'Moyens',
    large: 'Grands',
  },
  type: 'Taper des sous-titres',
  field: 'Sous-titre',
  placeholder: 'Tapez ce qui est dit ; Entrée commence une nouvelle ligne',
  stop: 'Ne plus taper de sous-titres',
  off: 'L’hôte a désactivé le chat, et avec lui les sous-titres.',
  line: (name, text) => `${name} : ${text}`,
}
