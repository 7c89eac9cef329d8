import type { Catalogue } from '../en'
import { count } from './counting'

export const preferences: Catalogue['preferences'] = {
  sections: {
    profile: 'Profil',
    devices: 'Appareils',
    appearance: 'Apparence',
    accessibility: 'Accessibilité',
    language: 'Langue',
    shortcuts: 'Raccourcis',
    privacy: 'Confidentialité et historique',
    network: 'Réseau et serveurs',
    start: 'Démarrage',
    about: 'À propos',
  },
  profile: {
    account: 'Compte',
    guest:
      'Vous utilisez Hearth sans compte. Avec un compte, votre historique vous suit sur chaque appareil.',
    signedIn: (name) => `Compte connecté : ${name}.`,
  },
  devices: {
    ask: 'Le navigateur dans lequel l’appel s’ouvre demande l’accès à la caméra et au micro, et retient ce que vous y choisissez.',
    test: 'Essayer la caméra et le micro',
    stop: 'Arrêter l’essai',
  },
  appearance: 'Couleurs',
  contrast: {
    title: 'Contraste',
    system: 'Comme le système',
    more: 'Élevé',
  },
  language: {
    title: 'Langue',
    system: 'Comme le système',
  },
  shortcuts: {
    inCall: 'Pendant un appel',
    does: {
      m: 'Couper ou activer le micro',
      v: 'Activer ou désactiver la caméra',
      h: 'Lever ou baisser la main',
      c: 'Afficher le chat',
      n: 'Afficher les notes',
      p: 'Afficher les personnes',
      q: 'Afficher les sondages',
      s: 'Afficher les statistiques',
      f: 'Plein écran',
      g: 'Affichage suivant',
      o: 'Masquer ou afficher mon image',
      '?': 'Afficher ces raccourcis',
    },
    help: 'Raccourcis clavier',
    talk: 'Parler tant qu’elle est maintenue',
    talkKey: 'Touche pour parler',
    space: 'Espace',
    pressOne: 'Appuyez sur une touche…',
    single: 'Touches seules',
    singleHint: 'Pendant un appel, quand vous n’êtes pas en train d’écrire.',
    everywhere: 'Partout',
    global: 'Couper le micro depuis n’importe quelle application',
    none: 'Aucun',
    press: 'Appuyez sur les touches…',
    change: 'Modifier',
    remove: 'Supprimer',
    hint: 'Touches avec Ctrl, Alt ou la touche système. Échap garde le raccourci tel quel.',
    windowOnly:
      'Les touches qui coupent le micro depuis n’importe quelle application se règlent dans l’application de bureau.',
  },
  privacy: {
    notifications: 'Notifications',
    notificationsHint:
      'Pour les appels, les demandes d’entrée et les messages quand vous regardez autre chose.',
    keep: 'Conserver l’historique',
    forEver: 'Pour toujours',
    year: 'Pendant un an',
    days: (days) =>
      count(days, {
        one: 'Pendant # jour',
        many: 'Pendant # de jours',
        other: 'Pendant # jours',
      }),
    keepHint:
      'Les réunions, leurs personnes, leur chat et leurs notes, tels que cet ordinateur les conserve pour toutes les personnes présentes.',
    files: {
      title: 'Fichiers conservés par les réunions',
      hint: 'Les fichiers que l’on fait conserver par les réunions hébergées ici, pour qui arrivera plus tard, prennent au plus cette place. Ce qui est déjà là reste.',
      all: 'Toutes les réunions ensemble',
      meeting: 'Une réunion',
      none: 'Ne conserver aucun fichier',
    },
    shorter: (period) => `Conserver l’historique moins longtemps : ${period} ?`,
    shorterText:
      'Les réunions plus anciennes sont supprimées maintenant, pour toutes les personnes qui y étaient.',
    shorterDo: 'Supprimer les réunions plus anciennes',
    deleteAll: 'Supprimer mon historique',
    deleteAllTitle: 'Supprimer tout votre historique ?',
    deleteAllText:
      'Toutes les réunions auxquelles vous avez participé quittent votre historique, avec leurs personnes, leur chat et leurs notes.',
    deleted: 'Votre historique est supprimé.',
  },
  start: {
    atLogin: 'Démarrer avec l’ordinateur',
    atLoginHint: 'Pour que les autres puissent vous appeler sans que vous ayez rien à faire.',
    hidden: 'Démarrer sans fenêtre',
    hiddenHint: 'Seulement dans la zone de notification, jusqu’à ce que vous ouvriez Hearth.',
  },
  about: {
    version: (version) => `Hearth ${version}`,
    text: 'Des réunions qui restent sur votre réseau. Logiciel libre, sous licence MIT ou Apache 2.0, au choix.',
    licences: 'Licences',
    licencesText: (number) =>
      count(number, {
        one: 'Hearth utilise # autre paquet.',
        many: 'Hearth utilise # d’autres paquets.',
        other: 'Hearth utilise # autres paquets.',
      }),
    show: 'Afficher les licences',
    search: 'Rechercher',
    found: (number) => count(number, { one: '# paquet', many: '# de paquets', other: '# paquets' }),
    missing: 'Cette version ne contient pas de liste des licences.',
  },
}
