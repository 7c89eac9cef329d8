import type { Catalogue } from '../en'

export const quality: Catalogue['quality'] = {
  bars: {
    1: 'Schlechte Verbindung',
    2: 'Schwache Verbindung',
    3: 'Mäßige Verbindung',
    4: 'Gute Verbindung',
  },
  yours: 'Ihre Verbindung',
  title: 'Statistik',
  empty: 'Die Zahlen kommen mit der ersten anderen Person.',
  measuring: 'Wird gemessen …',
  lastMinute: 'Die letzte Minute',
  received: 'Empfangen',
  sent: 'Gesendet',
  loss: 'Unterwegs verloren',
  roundTrip: 'Hin und zurück',
  jitter: 'Schwankung',
  media: {
    received: {
      microphone: 'Ton von dort',
      camera: 'Bild von dort',
      screen: 'Bildschirm von dort',
      screenSound: 'Ton des Bildschirms von dort',
    },
    sent: {
      microphone: 'Ihr Ton',
      camera: 'Ihr Bild',
      screen: 'Ihr Bildschirm',
      screenSound: 'Ton Ihres Bildschirms',
    },
  },
  frames: (number) => `${number} Bilder/s`,
  size: (width, height) => `${width} × ${height}`,
  limits: {
    cpu: 'verkleinert, da dieser Computer ausgelastet ist',
    bandwidth: 'verkleinert, da das Netzwerk zu langsam ist',
    other: 'vom Browser verkleinert',
  },
  ways: {
    local: 'Von Computer zu Computer, in Ihrem Netzwerk.',
    beyond: 'Von Computer zu Computer, durch andere Netzwerke.',
    direct: 'Von Computer zu Computer.',
    relay: 'Über einen Vermittler (TURN), da es keinen direkten Weg gibt.',
  },
  path: (protocol, local, remote) => `${protocol}, ${local} nach ${remote}`,
  copy: 'Als Text kopieren',
}
