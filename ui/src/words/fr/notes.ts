import type { Catalogue } from '../en'

export const notes: Catalogue['notes'] = {
  title: 'Notes',
  changed: 'D’autres personnes ont modifié les notes',
  off: 'L’hôte ne laisse que les hôtes écrire ici. Vous pouvez suivre en lisant.',
  opening: 'Ouverture des notes…',
  placeholder: 'Ordre du jour, décisions, qui fait quoi…',
  field: 'Notes communes',
  hint: 'Tout le monde ici voit ce que vous écrivez. Cela reste dans l’historique des personnes présentes.',
  write: 'Écrire',
  preview: 'Aperçu',
  views: 'Affichage des notes',
  empty: 'Rien n’est encore écrit ici.',
  copy: 'Copier les notes',
  save: 'Enregistrer en Markdown',
  writing: (name) => `${name} écrit…`,
}
