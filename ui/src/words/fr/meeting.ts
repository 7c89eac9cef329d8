import type { Catalogue } from '../en'
import { count } from './counting'

export const meeting: Catalogue['meeting'] = {
  title: 'Réunion',
  titled: (code) => `Réunion ${code}`,
  going: 'Ouverture de la réunion…',
  lost: 'La connexion est perdue. Reconnexion…',
  seatKept: (time) => `Votre place est gardée encore ${time}.`,
  giveUp: 'Quitter maintenant',
  howYouLook: 'Comment les autres vous verront et vous entendront',
  ready: 'Tout est prêt ?',
  noName: 'Saisissez votre nom, pour que les autres sachent qui arrive.',
  nobodyIn: 'Il n’y a encore personne.',
  oneIn: (name) => `${name} est là.`,
  manyIn: (names) => `${names} sont là.`,
  others: (number) => count(number, { one: '# autre', many: '# d’autres', other: '# autres' }),
  locked: 'La réunion est verrouillée. Demandez à quelqu’un à l’intérieur de la déverrouiller.',
  ask: 'Demander à entrer',
  join: 'Rejoindre',
  waiting: {
    title: 'En attente d’être admis',
    text: 'L’hôte sait que vous êtes ici. Restez sur cette page ; vous entrerez automatiquement.',
    stop: 'Ne plus attendre',
  },
  over: {
    left: { title: 'Vous avez quitté la réunion', again: 'Revenir' },
    denied: {
      title: 'On ne vous a pas fait entrer',
      text: 'L’hôte a refusé. Si vous pensez que c’est une erreur, parlez-lui, puis demandez à nouveau.',
      again: 'Demander à nouveau',
    },
    removed: {
      title: 'Vous avez été retiré de la réunion',
      text: 'Son code ne vous laisse plus entrer.',
    },
    ended: {
      title: 'Cette réunion est terminée',
      text: 'Si vous y étiez, ses personnes et son chat sont dans votre historique.',
    },
    replaced: {
      title: 'Vous êtes ailleurs dans cette réunion',
      text: 'Un autre onglet ou une autre fenêtre a pris votre place.',
      again: 'Continuer ici',
    },
    identityChanged: {
      title: 'Ce n’est pas l’ordinateur que vous connaissez',
      text: 'Son identité n’est plus la même. Peut-être Hearth y a-t-il été réinstallé ; peut-être quelqu’un se fait-il passer pour lui. Rien ne lui a été envoyé. Interrogez son propriétaire, et n’oubliez cet ordinateur qu’ensuite, pour refaire connaissance.',
      forget: 'Oublier cet ordinateur',
    },
    refused: {
      title: 'Vous ne pouvez pas entrer maintenant',
      unknown: 'Cette réunion n’existe pas',
      full: 'La réunion est complète',
      locked: 'La réunion est verrouillée',
      search: 'La chercher sur le réseau',
    },
    serverGone: {
      title: 'Le serveur n’est plus là',
      text: 'Hearth ne répond pas. Vérifiez que l’ordinateur qui l’héberge est allumé et que vous êtes sur son réseau.',
    },
  },
}
