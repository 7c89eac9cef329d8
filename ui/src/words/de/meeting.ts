import type { Catalogue } from '../en'
import { count } from './counting'

export const meeting: Catalogue['meeting'] = {
  title: 'Besprechung',
  titled: (code) => `Besprechung ${code}`,
  going: 'Die Besprechung wird geöffnet …',
  lost: 'Die Verbindung ist unterbrochen. Sie wird wiederhergestellt …',
  seatKept: (time) => `Ihr Platz bleibt noch ${time} frei.`,
  giveUp: 'Jetzt verlassen',
  howYouLook: 'Wie die anderen Sie sehen und hören',
  ready: 'Bereit?',
  noName: 'Bitte den Namen eingeben, damit die anderen wissen, wer kommt.',
  nobodyIn: 'Noch ist niemand da.',
  oneIn: (name) => `${name} ist da.`,
  manyIn: (names) => `${names} sind da.`,
  others: (number) => count(number, { one: '# weitere Person', other: '# weitere' }),
  locked: 'Die Besprechung ist geschlossen. Jemand, der darin ist, kann sie öffnen.',
  ask: 'Anklopfen',
  join: 'Jetzt beitreten',
  waiting: {
    title: 'Sie warten auf Einlass',
    text: 'Der Gastgeber weiß, dass Sie hier sind. Bleiben Sie auf dieser Seite; Sie kommen von selbst hinein.',
    stop: 'Nicht mehr warten',
  },
  over: {
    left: { title: 'Sie haben die Besprechung verlassen', again: 'Zurückkommen' },
    denied: {
      title: 'Sie wurden nicht eingelassen',
      text: 'Der Gastgeber hat abgelehnt. War das ein Versehen, fragen Sie nach und klopfen Sie noch einmal an.',
      again: 'Noch einmal anklopfen',
    },
    removed: {
      title: 'Sie wurden aus der Besprechung entfernt',
      text: 'Ihr Code lässt Sie nicht mehr hinein.',
    },
    ended: {
      title: 'Diese Besprechung ist beendet',
      text: 'Waren Sie dabei, stehen ihre Personen und ihr Chat in Ihrem Verlauf.',
    },
    replaced: {
      title: 'Sie sind anderswo in dieser Besprechung',
      text: 'Ein anderer Tab oder ein anderes Fenster hat Ihren Platz übernommen.',
      again: 'Hier weitermachen',
    },
    identityChanged: {
      title: 'Das ist nicht der Computer, den Sie kennen',
      text: 'Er hat eine andere Identität als früher. Vielleicht wurde Hearth dort neu installiert; vielleicht gibt sich jemand für ihn aus. Es wurde ihm nichts gesendet. Fragen Sie, wem er gehört, und vergessen Sie ihn erst dann, um ihn neu kennenzulernen.',
      forget: 'Diesen Computer vergessen',
    },
    refused: {
      title: 'Sie können jetzt nicht hinein',
      unknown: 'Diese Besprechung gibt es nicht',
      full: 'Die Besprechung ist voll',
      locked: 'Die Besprechung ist geschlossen',
      search: 'Im Netzwerk danach suchen',
    },
    serverGone: {
      title: 'Der Server ist nicht da',
      text: 'Hearth antwortet nicht. Bitte prüfen, ob der Computer an ist, auf dem es läuft, und ob dieses Gerät in seinem Netzwerk ist.',
    },
  },
}
