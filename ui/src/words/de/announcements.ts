import type { Catalogue } from '../en'
import { count } from './counting'

export const announcements: Catalogue['announcements'] = {
  title: 'Im Gespräch vorlesen',
  text: 'Was Ihr Screenreader von selbst sagt, wenn es geschieht.',
  topics: {
    comings: 'Wer kommt und geht',
    hands: 'Gehobene Hände',
    chat: 'Chatnachrichten und Dateien',
    knocks: 'Wer anklopft',
    captions: 'Untertitel',
  },
  message: (name) => `Neue Nachricht von ${name}`,
  many: {
    joined: (number) =>
      count(number, { one: '# Person ist da', other: '# Personen sind dazugekommen' }),
    left: (number) =>
      count(number, { one: '# Person ist gegangen', other: '# Personen sind gegangen' }),
    hand: (number) =>
      count(number, { one: '# Person hebt die Hand', other: '# Personen heben die Hand' }),
    offered: (number) => count(number, { one: '# Datei angeboten', other: '# Dateien angeboten' }),
    said: (number) => count(number, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
    knocked: (number) =>
      count(number, {
        one: '# Person möchte hereinkommen',
        other: '# Personen möchten hereinkommen',
      }),
  },
}
