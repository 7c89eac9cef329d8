import type { Catalogue } from '../en'

export const console: Catalogue['console'] = {
  home: 'Accueil',
  states: {
    connecting: 'L’appel se connecte…',
    door: 'L’appel est prêt : rejoignez-le là où il a lieu.',
    waiting: 'Vous êtes en salle d’attente jusqu’à ce que l’hôte vous fasse entrer.',
    in: 'L’appel a lieu dans votre navigateur.',
    reconnecting: 'L’appel a perdu la connexion. Reconnexion…',
  },
  duration: 'Durée',
  microphone: { on: 'Couper le micro', off: 'Activer le micro' },
  camera: { on: 'Désactiver la caméra', off: 'Activer la caméra' },
  none: 'Aucun appel en cours',
  noneText: 'Commencez une réunion ou rejoignez-en une : elle apparaîtra ici.',
  held: 'Vous êtes en appel.',
  heldIn: (title) => `Vous êtes en appel : ${title}`,
  toCall: 'Afficher l’appel',
  over: {
    left: 'L’appel est terminé.',
    denied: 'On ne vous a pas fait entrer.',
    removed: 'L’hôte vous a retiré de la réunion.',
    ended: 'La réunion est terminée.',
  },
  comeBack: 'Revenir',
}
