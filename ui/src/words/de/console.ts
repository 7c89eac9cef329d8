import type { Catalogue } from '../en'
import { count } from './counting'

export const console: Catalogue['console'] = {
  title: 'Gespräch',
  home: 'Startseite',
  states: {
    connecting: 'Das Gespräch wird verbunden …',
    door: 'Das Gespräch steht an der Tür: Treten Sie dort bei, wo es geführt wird.',
    waiting: 'Sie warten in der Lobby, bis der Gastgeber Sie einlässt.',
    in: 'Das Gespräch läuft in Ihrem Browser.',
    reconnecting: 'Das Gespräch hat die Verbindung verloren. Sie wird wiederhergestellt …',
  },
  duration: 'Dauer',
  microphone: { on: 'Mikrofon stummschalten', off: 'Mikrofon einschalten' },
  camera: { on: 'Kamera ausschalten', off: 'Kamera einschalten' },
  muted: 'Stumm',
  talking: 'Mikrofon an',
  cameraOff: 'Kamera aus',
  cameraOn: 'Kamera an',
  show: 'Bild und Ton sind im Tab Ihres Browsers.',
  none: 'Es gibt kein Gespräch',
  noneText: 'Beginnen Sie eine Besprechung oder treten Sie einer bei; dann erscheint sie hier.',
  held: 'Sie sind in einem Gespräch.',
  heldIn: (title) => `Sie sind in einem Gespräch: ${title}`,
  toCall: 'Gespräch zeigen',
  people: (number) => count(number, { one: '# Person', other: '# Personen' }),
  over: {
    left: 'Das Gespräch ist zu Ende.',
    denied: 'Sie wurden nicht eingelassen.',
    removed: 'Der Gastgeber hat Sie aus der Besprechung entfernt.',
    ended: 'Die Besprechung ist beendet.',
  },
  comeBack: 'Zurückkommen',
}
