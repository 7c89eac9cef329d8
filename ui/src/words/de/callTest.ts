import type { Catalogue } from '../en'

export const callTest: Catalogue['callTest'] = {
  open: 'Gespräch testen',
  title: 'Wird es gehen?',
  text: 'Sendet Ihren Ton und Ihr Bild wie in einem Gespräch von dieser Seite zu ihr zurück. Niemand hört oder sieht es.',
  running: 'Wird ausprobiert; das dauert einige Sekunden …',
  again: 'Noch einmal testen',
  outcomes: {
    good: 'Alles in Ordnung.',
    doubtful: 'Es geht. Bitte das Markierte ansehen.',
    bad: 'Etwas stimmt nicht. Bitte das Markierte ansehen.',
  },
  answers: (time) => `Hearth antwortet nach ${time}.`,
  slow: (time) =>
    `Hearth antwortet erst nach ${time}. Das Netzwerk oder sein Computer ist ausgelastet; näher an den Zugangspunkt gehen oder ein Kabel nehmen.`,
  silent:
    'Hearth antwortet nicht. Bitte prüfen, ob sein Computer an ist und ob dieses Gerät in seinem Netzwerk ist.',
  made: 'Der Browser stellt Verbindungen für Gespräche her.',
  blocked:
    'Der Browser stellt keine Verbindung für Gespräche her. Eine Erweiterung, ein VPN oder eine Vorgabe der Firma verbietet womöglich WebRTC: für diese Seite ausschalten oder einen anderen Browser nehmen.',
  sound: {
    arrives: (figures) => `Ihr Ton kommt an: ${figures}.`,
    lost: 'Ihr Ton wird nicht gesendet. Ein anderes Mikrofon wählen oder den Browser neu starten.',
    off: 'Ihr Mikrofon ist aus. Zum Testen einschalten.',
  },
  picture: {
    arrives: (figures) => `Ihr Bild kommt an: ${figures}.`,
    lost: 'Ihr Bild wird nicht gesendet. Eine andere Kamera wählen, andere Programme schließen, die sie verwenden, oder den Browser neu starten.',
    off: 'Ihre Kamera ist aus. Zum Testen einschalten.',
  },
  local: (address) => `Sie sind in Ihrem lokalen Netzwerk als ${address}.`,
  public: (address) =>
    `Sie verwenden eine Adresse des Internets, ${address}. Vielleicht ist ein VPN dazwischen; ohne es erreichen andere in Ihrem Netzwerk Sie besser.`,
  hidden: 'Ihr Browser behält Ihre Adresse für sich; Gespräche gehen trotzdem.',
}
