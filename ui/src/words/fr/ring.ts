import type { Catalogue } from '../en'

export const ring: Catalogue['ring'] = {
  wants: { video: 'Souhaite vous voir.', voice: 'Souhaite vous parler.' },
  leavesMeeting: (wants) =>
    `${wants} Si vous acceptez, vous quittez la réunion dans laquelle vous êtes.`,
  decline: 'Refuser',
  voice: 'Audio',
  video: 'Vidéo',
  acceptVoice: 'Accepter en audio',
  acceptVideo: 'Accepter en vidéo',
  again: 'Rappeler',
  calling: 'Connexion…',
  ringing: 'Ça sonne.',
  ended: {
    declined: (name) => `${name} a refusé l’appel.`,
    busy: (name) => `${name} est dans un autre appel. Réessayez plus tard.`,
    noAnswer: (name) => `${name} n’a pas répondu, et verra que vous avez appelé.`,
    unreachable: (name) =>
      `${name} n’est plus joignable. Vérifiez que son ordinateur est allumé et sur votre réseau.`,
  },
  over: 'L’appel est terminé.',
}
