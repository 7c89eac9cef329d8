import type { Catalogue } from '../en'

export const doctor: Catalogue['doctor'] = {
  title: 'Netzwerkdiagnose',
  text: 'Sieht nach, warum andere diesen Computer vielleicht nicht finden, und sagt, was zu tun ist.',
  again: 'Noch einmal nachsehen',
  findings: 'Befunde',
  advice: 'Was zu tun ist',
  command: 'Befehl',
  copyCommand: 'Befehl kopieren',
  looking: 'Das Netzwerk wird angesehen; das dauert ein paar Sekunden …',
  bad: 'Etwas hindert andere daran, diesen Computer zu finden.',
  doubtful: 'Es sollte gehen, aber etwas könnte im Weg sein.',
  good: 'Alles in Ordnung.',
  verdicts: { good: 'Gut', doubtful: 'Fraglich', bad: 'Schlecht' },
}
