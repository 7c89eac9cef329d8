import type { notes as en } from '../en/notes'

export const notes: typeof en = {
  title: 'Notizen',
  changed: 'Andere haben die Notizen geändert',
  off: 'Hier schreiben nur Gastgeber. Sie können mitlesen.',
  opening: 'Die Notizen werden geöffnet …',
  placeholder: 'Tagesordnung, Beschlüsse, wer was macht …',
  field: 'Gemeinsame Notizen',
  hint: 'Alle hier sehen, was Sie schreiben. Es bleibt im Verlauf derer, die in der Besprechung sind.',
  write: 'Schreiben',
  preview: 'Vorschau',
  views: 'Wie die Notizen gezeigt werden',
  empty: 'Hier steht noch nichts.',
  copy: 'Notizen kopieren',
  save: 'Als Markdown speichern',
  writing: (name) => `${name} schreibt …`,
}
