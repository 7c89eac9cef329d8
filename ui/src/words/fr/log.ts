import type { Catalogue } from '../en'

export const log: Catalogue['log'] = {
  title: 'Ce que les hôtes ont fait',
  empty:
    'Rien pour l’instant. Ce que les hôtes font aux autres apparaît ici, pour les hôtes seulement.',
  admitted: (by, whom) => `${by} a fait entrer ${whom}`,
  denied: (by, whom) => `${by} n’a pas fait entrer ${whom}`,
  removed: (by, whom) => `${by} a retiré ${whom}`,
  letBack: (by, whom) => `${by} a laissé revenir ${whom}`,
  muted: (by, whom) => `${by} a coupé le micro de ${whom}`,
  mutedAll: (by) => `${by} a coupé le micro de tous les autres`,
  setRights: (by, whom) => `${by} a changé ce que ${whom} peut utiliser`,
  askedToUnmute: (by, whom) => `${by} a demandé à ${whom} d’activer son micro`,
  renamed: (by, whom, name) => `${by} a renommé ${whom} en ${name}`,
  madeCoHost: (by, whom) => `${by} a nommé ${whom} co-hôte`,
  madeParticipant: (by, whom) => `${by} a retiré à ${whom} son rôle d’hôte`,
  handedOver: (by, whom) => `${by} a nommé ${whom} hôte`,
  tookOver: (by, whom) => `${by} a repris à ${whom} le rôle d’hôte`,
  spotlit: (by, whom) => `${by} a montré ${whom} en grand à tout le monde`,
  endedSpotlight: (by) => `${by} a mis fin à la mise à la une`,
  stoppedScreen: (by, whom) => `${by} a arrêté le partage d’écran de ${whom}`,
  loweredHand: (by, whom) => `${by} a baissé la main de ${whom}`,
  deletedMessage: (by, whom) => `${by} a supprimé un message de ${whom}`,
}
