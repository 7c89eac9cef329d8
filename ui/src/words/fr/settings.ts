import type { Catalogue } from '../en'

export const settings: Catalogue['settings'] = {
  title: 'Paramètres',
  visibility: {
    title: 'Qui peut voir cet ordinateur',
    everyone: {
      label: 'Tout le monde sur ce réseau',
      hint: 'Les autres voient vos réunions ouvertes et peuvent vous appeler.',
    },
    code: {
      label: 'Seulement avec un code',
      hint: 'Vos réunions se trouvent par leur code. Rien d’autre n’est montré de vous.',
    },
    nobody: {
      label: 'Personne',
      hint: 'Cet ordinateur n’annonce rien. Il faut le lien d’une réunion pour la rejoindre.',
    },
  },
  showName: 'Afficher mon nom',
  noName: 'Votre nom manque encore ; indiquez-le sur la page d’accueil.',
  nameShown: (name) => `Les autres voient « ${name} » à côté de vos réunions.`,
  servers: {
    title: 'Serveurs',
    text: 'Interrogés pour une réunion introuvable sur ce réseau.',
    remove: (server) => `Retirer ${server}`,
    add: 'Ajouter un serveur',
    addNow: 'Ajouter',
    placeholder: 'adresse:port',
    wrong: 'Saisissez une adresse et un port, par exemple hearth.example.org:7466.',
  },
  hosts: {
    title: 'Ordinateurs connus',
    text: 'Leur identité est mémorisée : personne ne peut se faire passer pour l’un d’eux.',
    none: 'Aucun pour l’instant. Ceux que vous rencontrez sur le réseau apparaîtront ici.',
    forget: 'Oublier',
    forgetOne: (name) => `Oublier ${name}`,
    forgetting: (name) => `Oublier ${name} ?`,
    forgettingText:
      'La prochaine fois, cet ordinateur sera un inconnu : vous comparerez à nouveau les symboles, ou aurez besoin du code de sa réunion.',
  },
}
