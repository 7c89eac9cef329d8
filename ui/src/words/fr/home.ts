import type { Catalogue } from '../en'
import { count } from './counting'

export const home: Catalogue['home'] = {
  welcome: 'Réunissez-vous.',
  lead: 'Des réunions qui restent sur votre réseau, hébergées sur {}.',
  thisComputer: 'cet ordinateur',
  gone: 'Hearth ne répond pas. Vérifiez qu’il fonctionne et que vous êtes sur son réseau.',
  meet: 'Se réunir',
  nameHint: 'Tel que les autres doivent le voir',
  newMeeting: 'Nouvelle réunion',
  or: 'ou en rejoindre une',
  recent: 'Réunions récentes',
  allRecent: 'Tout afficher',
  join: 'Rejoindre',
  code: 'Code de réunion',
  codeHint: 'abc-def-ghj, ou un lien',
  noCode: 'Saisissez le code que vous avez reçu, ou collez le lien.',
  wrongCode:
    'Ce n’est pas un code de réunion. Un code comporte neuf lettres et chiffres, comme abc-def-ghj.',
  scan: {
    open: 'Scanner un code',
    title: 'Scanner un code',
    text: 'Présentez le code QR de la réunion à la caméra. L’image reste ici.',
    seen: 'Ce que voit la caméra',
    looking: 'Recherche d’un code…',
    foreign:
      'Ce code n’est pas le lien d’une réunion. L’hôte trouve le bon sous « Inviter ».',
  },
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  accountOf: (name) => `Compte de ${name}`,
  account: {
    create: 'Créer un compte',
    text: 'Un compte vous donne votre historique sur chaque appareil, et vos réunions restent les vôtres. Vous pouvez aussi vous réunir sans compte.',
    username: 'Nom d’utilisateur',
    usernameHint: 'Lettres, chiffres, points, traits d’union et tirets bas.',
    name: 'Nom visible par les autres',
    password: 'Mot de passe',
    passwordHint: 'Au moins 8 caractères.',
    createNow: 'Créer le compte',
    haveOne: 'J’ai un compte',
    haveNone: 'Je n’ai pas encore de compte',
  },
  missed: {
    title: 'Appels manqués',
    clear: 'Effacer',
    clearAll: 'Effacer les appels manqués',
    callBack: 'Rappeler',
    callBackTo: (name) => `Rappeler ${name}`,
  },
  nearby: {
    title: 'À proximité',
    meeting: 'Une réunion',
    meetingOf: (name) => `Réunion de ${name}`,
    ask: 'Demander à entrer',
    askFor: (meeting, tag) => `Demander à entrer : ${meeting}, ${tag}`,
    ringVoice: (name) => `Appeler ${name}`,
    ringVideo: (name) => `Appeler ${name} en vidéo`,
    empty:
      'Les personnes et les réunions de votre réseau apparaissent ici d’elles-mêmes. Il manque quelqu’un ?',
    looking: 'Recherche en cours…',
    summary: (meetings, people) => `${meetings} et ${people} à proximité`,
    meetings: (number) =>
      count(number, { one: '# réunion', many: '# de réunions', other: '# réunions' }),
  },
  search: {
    looking: 'Recherche de {} ici et sur le réseau…',
    stop: 'Arrêter',
    nothing:
      'Personne n’a la réunion {}. Vérifiez le code, et que son hôte est sur votre réseau.',
    tried: 'Ce qui a été essayé',
  },
}
