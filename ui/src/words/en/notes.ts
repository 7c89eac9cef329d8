/** The page of notes that everyone in a meeting writes together. */
export const notes = {
  title: 'Notes',
  changed: 'Others changed the notes',
  off: 'The host lets only hosts write here. You can read along.',
  opening: 'Opening the notes …',
  placeholder: 'Agenda, decisions, who does what …',
  field: 'Shared notes',
  hint: 'Everyone here sees what you write. It stays in the history of those who are in the meeting.',
  write: 'Write',
  preview: 'Preview',
  views: 'How the notes are shown',
  empty: 'Nothing is written here yet.',
  copy: 'Copy the notes',
  save: 'Save as Markdown',
  writing: (name: string) => `${name} is writing …`,
}
