import type { Catalogue } from '../en'

export const quality: Catalogue['quality'] = {
  bars: {
    1: 'Mauvaise connexion',
    2: 'Connexion faible',
    3: 'Connexion moyenne',
    4: 'Bonne connexion',
  },
  yours: 'Votre connexion',
  title: 'Statistiques',
  empty: 'Les chiffres arrivent avec la première autre personne.',
  measuring: 'Mesure en cours…',
  lastMinute: 'La dernière minute',
  received: 'Reçu',
  sent: 'Envoyé',
  loss: 'Perdu en route',
  roundTrip: 'Aller-retour',
  jitter: 'Gigue',
  media: {
    received: {
      microphone: 'Son reçu',
      camera: 'Image reçue',
      screen: 'Écran reçu',
      screenSound: 'Son de l’écran reçu',
    },
    sent: {
      microphone: 'Votre son',
      camera: 'Votre image',
      screen: 'Votre écran',
      screenSound: 'Son de votre écran',
    },
  },
  frames: (number) => `${number} images/s`,
  size: (width, height) => `${width} × ${height}`,
  limits: {
    cpu: 'réduit, car cet ordinateur est surchargé',
    bandwidth: 'réduit, car le réseau est trop lent',
    other: 'réduit par le navigateur',
  },
  ways: {
    local: 'D’ordinateur à ordinateur, dans votre réseau.',
    beyond: 'D’ordinateur à ordinateur, à travers d’autres réseaux.',
    direct: 'D’ordinateur à ordinateur.',
    relay: 'Par un relais (TURN), faute de chemin direct.',
  },
  path: (protocol, local, remote) => `${protocol}, de ${local} à ${remote}`,
  copy: 'Copier le texte',
}
