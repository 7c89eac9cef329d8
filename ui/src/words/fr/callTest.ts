import type { Catalogue } from '../en'

export const callTest: Catalogue['callTest'] = {
  open: 'Tester l’appel',
  title: 'Est-ce que tout fonctionnera ?',
  text: 'Envoie votre son et votre image de cette page à elle-même, comme lors d’un appel. Personne ne les entend ni ne les voit.',
  running: 'Test en cours, cela prend quelques secondes…',
  again: 'Tester à nouveau',
  outcomes: {
    good: 'Tout va bien.',
    doubtful: 'Cela fonctionne. Voyez ce qui est signalé.',
    bad: 'Quelque chose ne va pas. Voyez ce qui est signalé.',
  },
  answers: (time) => `Hearth répond en ${time}.`,
  slow: (time) =>
    `Hearth met ${time} à répondre. Le réseau ou son ordinateur est surchargé ; rapprochez-vous du point d’accès ou utilisez un câble.`,
  silent:
    'Hearth ne répond pas. Vérifiez que son ordinateur est allumé et que vous êtes sur son réseau.',
  made: 'Le navigateur établit des connexions pour les appels.',
  blocked:
    'Le navigateur n’établit aucune connexion pour les appels. Une extension, un VPN ou une règle de l’entreprise interdit peut-être WebRTC : désactivez-la pour cette page, ou utilisez un autre navigateur.',
  sound: {
    arrives: (figures) => `Votre son arrive : ${figures}.`,
    lost: 'Votre son n’est pas envoyé. Choisissez un autre micro, ou redémarrez le navigateur.',
    off: 'Votre micro est coupé. Activez-le pour le tester.',
  },
  picture: {
    arrives: (figures) => `Votre image arrive : ${figures}.`,
    lost: 'Votre image n’est pas envoyée. Choisissez une autre caméra, fermez les programmes qui l’utilisent, ou redémarrez le navigateur.',
    off: 'Votre caméra est désactivée. Activez-la pour la tester.',
  },
  local: (address) => `Vous êtes sur votre réseau local, à l’adresse ${address}.`,
  public: (address) =>
    `Vous utilisez une adresse Internet, ${address}. Il y a peut-être un VPN ; sans lui, les autres personnes de votre réseau vous joindraient mieux.`,
  hidden: 'Votre navigateur ne révèle pas votre adresse ; les appels fonctionnent tout aussi bien.',
}
