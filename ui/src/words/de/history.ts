import type { Catalogue } from '../en'

export const history: Catalogue['history'] = {
  title: 'Verlauf',
  older: 'Ältere anzeigen',
  empty: 'Hier stehen später die Besprechungen, an denen Sie teilgenommen haben.',
  open: 'offen',
  nobodyCame: 'Niemand kam',
  others: (number) => `${number} weitere`,
  nobody: 'Niemand kam.',
  since: (time) => `seit ${time}`,
  nothingWritten: 'Es wurde nichts geschrieben.',
  privatelyTo: (name) => `privat an ${name}`,
  past: 'Frühere Besprechung',
  goAgain: 'Wieder hingehen',
  export: 'Exportieren',
  delete: 'Löschen',
  people: 'Personen',
  chat: 'Chat',
  deletion: {
    title: 'Diese Besprechung aus dem Verlauf löschen?',
    text: 'Ihre Personen und ihr Chat verschwinden mit ihr. Das lässt sich nicht rückgängig machen.',
  },
}
