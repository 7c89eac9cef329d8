import type { Catalogue } from '../en'
import { count } from './counting'

export const preferences: Catalogue['preferences'] = {
  sections: {
    profile: 'Profil',
    devices: 'Geräte',
    appearance: 'Darstellung',
    accessibility: 'Barrierefreiheit',
    language: 'Sprache',
    shortcuts: 'Tastenkürzel',
    privacy: 'Privates und Verlauf',
    network: 'Netzwerk und Server',
    start: 'Start',
    about: 'Über Hearth',
  },
  profile: {
    account: 'Konto',
    guest:
      'Sie nutzen Hearth als Gast. Mit einem Konto haben Sie Ihren Verlauf auf jedem Gerät dabei.',
    signedIn: (name) => `Sie sind angemeldet als ${name}.`,
  },
  devices: {
    ask: 'Der Browser, in dem das Gespräch geöffnet wird, fragt nach Kamera und Mikrofon und merkt sich, was Sie dort wählen.',
    test: 'Kamera und Mikrofon ausprobieren',
    stop: 'Ausprobieren beenden',
  },
  appearance: 'Farben',
  contrast: {
    title: 'Kontrast',
    system: 'Wie das System',
    more: 'Hoch',
  },
  language: {
    title: 'Sprache',
    system: 'Wie das System',
  },
  shortcuts: {
    inCall: 'Im Gespräch',
    does: {
      m: 'Stummschalten oder nicht mehr',
      v: 'Kamera an oder aus',
      h: 'Hand heben oder senken',
      c: 'Chat zeigen',
      n: 'Notizen zeigen',
      p: 'Personen zeigen',
      s: 'Statistik zeigen',
      f: 'Vollbild',
      g: 'Nächste Ansicht',
      o: 'Mein Bild verbergen oder zeigen',
      '?': 'Diese Tasten zeigen',
    },
    help: 'Tastenkürzel im Gespräch',
    talk: 'Sprechen, solange sie gehalten wird',
    talkKey: 'Taste zum Sprechen',
    space: 'Leertaste',
    pressOne: 'Taste drücken …',
    single: 'Einzelne Tasten',
    singleHint: 'Im Gespräch, solange nichts getippt wird.',
    everywhere: 'Überall',
    global: 'Das Gespräch aus jeder Anwendung stummschalten',
    none: 'Keines',
    press: 'Tasten drücken …',
    change: 'Ändern',
    remove: 'Entfernen',
    hint: 'Tasten mit Strg, Alt oder der Systemtaste. Mit Escape bleibt es, wie es war.',
    windowOnly: 'Tasten, die aus jeder Anwendung stummschalten, stellt man in der Desktop-App ein.',
  },
  privacy: {
    notifications: 'Benachrichtigungen',
    notificationsHint:
      'Bei Anrufen, Anklopfen und Nachrichten, während Sie mit anderem beschäftigt sind.',
    keep: 'Verlauf behalten',
    forEver: 'Für immer',
    year: 'Ein Jahr lang',
    days: (days) => count(days, { one: '# Tag lang', other: '# Tage lang' }),
    keepHint:
      'Besprechungen, ihre Personen, ihren Chat und ihre Notizen, wie dieser Computer sie für alle aufbewahrt, die dabei waren.',
    shorter: (period) => `Den Verlauf nur noch behalten: ${period}?`,
    shorterText: 'Ältere Besprechungen werden jetzt gelöscht, für alle, die dabei waren.',
    shorterDo: 'Ältere Besprechungen löschen',
    deleteAll: 'Meinen Verlauf löschen',
    deleteAllTitle: 'Den ganzen Verlauf löschen?',
    deleteAllText:
      'Alle Besprechungen, in denen Sie waren, verschwinden mit Personen, Chat und Notizen aus Ihrem Verlauf.',
    deleted: 'Ihr Verlauf ist gelöscht.',
  },
  start: {
    atLogin: 'Mit dem Computer starten',
    atLoginHint: 'Damit andere Sie ohne Ihr Zutun anrufen können.',
    hidden: 'Verborgen starten',
    hiddenHint: 'Nur als Symbol in der Leiste, bis Sie es öffnen.',
  },
  about: {
    version: (version) => `Hearth ${version}`,
    text: 'Besprechungen, die in Ihrem Netzwerk bleiben. Freie Software, wahlweise unter der MIT-Lizenz oder Apache 2.0.',
    licences: 'Lizenzen',
    licencesText: (number) =>
      count(number, {
        one: 'Hearth verwendet # anderes Paket.',
        other: 'Hearth verwendet # andere Pakete.',
      }),
    show: 'Lizenzen zeigen',
    search: 'Suchen',
    found: (number) => count(number, { one: '# Paket', other: '# Pakete' }),
    missing: 'Diese Fassung enthält keine Liste der Lizenzen.',
  },
}
