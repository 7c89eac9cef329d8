import type { Catalogue } from '../en'

export const news: Catalogue['news'] = {
  joined: (name) => `${name} ist da`,
  departed: {
    left: (name) => `${name} ist gegangen`,
    lost: (name) => `${name} hat die Verbindung verloren`,
    removed: (name) => `${name} wurde entfernt`,
  },
  knocked: (name) => `${name} möchte hereinkommen`,
  raisedHand: (name) => `${name} hebt die Hand`,
  youAre: {
    host: 'Sie sind jetzt Gastgeber',
    coHost: 'Sie sind jetzt Mitgastgeber',
    participant: 'Sie sind jetzt Teilnehmer',
  },
  isHost: (name) => `${name} ist jetzt Gastgeber`,
  locked: (name) => `${name} hat die Besprechung geschlossen`,
  unlocked: (name) => `${name} hat die Besprechung geöffnet`,
  on: {
    microphone: (name) => `${name} hat die Mikrofone eingeschaltet`,
    camera: (name) => `${name} hat die Kameras eingeschaltet`,
    screen: (name) => `${name} hat das Teilen des Bildschirms eingeschaltet`,
    chat: (name) => `${name} hat den Chat eingeschaltet`,
    files: (name) => `${name} hat Dateien erlaubt`,
    keepFiles: (name) => `${name} lässt Dateien für später Kommende aufheben`,
    notes: (name) => `${name} lässt alle in die Notizen schreiben`,
    lobby: (name) => `${name} hat die Lobby eingeschaltet`,
  },
  off: {
    microphone: (name) => `${name} hat die Mikrofone ausgeschaltet`,
    camera: (name) => `${name} hat die Kameras ausgeschaltet`,
    screen: (name) => `${name} hat das Teilen des Bildschirms ausgeschaltet`,
    chat: (name) => `${name} hat den Chat ausgeschaltet`,
    files: (name) => `${name} hat Dateien ausgeschaltet`,
    keepFiles: (name) => `${name} lässt keine Dateien mehr aufheben`,
    notes: (name) => `${name} lässt nur Gastgeber in die Notizen schreiben`,
    lobby: (name) => `${name} hat die Lobby ausgeschaltet`,
  },
  taken: {
    microphone: (name) => `${name} hat Sie stummgeschaltet`,
    camera: (name) => `${name} hat Ihre Kamera ausgeschaltet`,
    screen: (name) => `${name} hat das Teilen Ihres Bildschirms beendet`,
  },
  rightsChanged: (name) => `${name} hat geändert, was Sie verwenden dürfen`,
  askedToUnmute: (name) => `${name} bittet Sie, das Mikrofon einzuschalten`,
  nameChanged: (old, name) => `${old} heißt jetzt ${name}`,
  inSpotlight: {
    you: 'Alle sehen Sie jetzt groß',
    other: (name) => `${name} steht jetzt im Mittelpunkt`,
  },
  fileOffered: (name, file) => `${name} bietet ${file} an`,
  stopping: 'Der Server wird beendet. Sobald er wieder da ist, sind Sie es auch.',
  codeChanged: (code) =>
    `Jemand hat den Code zu erraten versucht. Er ist jetzt ${code}; frühere Links führen nirgendwohin.`,
}
