import type { Catalogue } from '../en'

export const news: Catalogue['news'] = {
  joined: (name) => `${name} a rejoint la réunion`,
  departed: {
    left: (name) => `${name} a quitté la réunion`,
    lost: (name) => `${name} a perdu la connexion`,
    removed: (name) => `${name} ne fait plus partie de la réunion`,
  },
  knocked: (name) => `${name} demande à entrer`,
  raisedHand: (name) => `${name} lève la main`,
  youAre: {
    host: 'Vous êtes maintenant l’hôte',
    coHost: 'Vous êtes maintenant co-hôte',
    participant: 'Vous êtes maintenant membre de la réunion',
  },
  isHost: (name) => `${name} est maintenant l’hôte`,
  locked: (name) => `${name} a verrouillé la réunion`,
  unlocked: (name) => `${name} a déverrouillé la réunion`,
  on: {
    microphone: (name) => `${name} a activé les micros`,
    camera: (name) => `${name} a activé les caméras`,
    screen: (name) => `${name} a activé le partage d’écran`,
    chat: (name) => `${name} a activé le chat`,
    files: (name) => `${name} a activé les fichiers`,
    keepFiles: (name) => `${name} permet de conserver des fichiers pour qui arrivera plus tard`,
    notes: (name) => `${name} laisse tout le monde écrire dans les notes`,
    lobby: (name) => `${name} a activé la salle d’attente`,
  },
  off: {
    microphone: (name) => `${name} a désactivé les micros`,
    camera: (name) => `${name} a désactivé les caméras`,
    screen: (name) => `${name} a désactivé le partage d’écran`,
    chat: (name) => `${name} a désactivé le chat`,
    files: (name) => `${name} a désactivé les fichiers`,
    keepFiles: (name) => `${name} ne permet plus de conserver des fichiers`,
    notes: (name) => `${name} ne laisse que les hôtes écrire dans les notes`,
    lobby: (name) => `${name} a désactivé la salle d’attente`,
  },
  taken: {
    microphone: (name) => `${name} a coupé votre micro`,
    camera: (name) => `${name} a désactivé votre caméra`,
    screen: (name) => `${name} a arrêté votre partage d’écran`,
  },
  rightsChanged: (name) => `${name} a changé ce que vous pouvez utiliser`,
  askedToUnmute: (name) => `${name} vous demande d’activer votre micro`,
  nameChanged: (old, name) => `${old} s’appelle maintenant ${name}`,
  inSpotlight: {
    you: 'Tout le monde vous voit maintenant en grand',
    other: (name) => `${name} est maintenant à la une`,
  },
  fileOffered: (name, file) => `${name} propose ${file}`,
  stopping: 'Le serveur s’arrête. Vous reviendrez en même temps que lui.',
  codeChanged: (code) =>
    `Quelqu’un a tenté de deviner le code. C’est maintenant ${code} ; les liens envoyés auparavant ne mènent nulle part.`,
}
