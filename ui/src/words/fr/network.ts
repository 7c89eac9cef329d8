import type { Catalogue } from '../en'

export const network: Catalogue['network'] = {
  someoneNearby: 'Quelqu’un à proximité',
  thisComputer: 'Cet ordinateur',
  unnamed: 'Ordinateur sans nom',
  check: 'Vérifier le réseau',
  trust: {
    proved: 'Prouvé par le code d’une réunion',
    notCompared: 'Symboles pas encore comparés',
    compared: 'Symboles comparés',
    changed: 'Son identité a changé',
  },
  places: {
    here: 'Ici',
    network: 'Sur le réseau',
    remembered: 'Ordinateur connu',
    configured: 'Serveur de vos paramètres',
  },
  otherEnd: 'Qui est à l’autre bout',
  symbols: 'Symboles',
  compare: 'Comparer',
  compareWith: (name) => `Comparer avec ${name}`,
  howToCompare:
    'Demandez de vive voix, ou dans la même pièce, quels symboles affiche l’autre écran. Si quelqu’un s’est interposé, ce ne sont pas les mêmes.',
  differ: 'Ils diffèrent',
  match: 'Ils sont identiques',
  afterComparing:
    'S’ils sont identiques, vous n’aurez plus à comparer. S’ils diffèrent, cet ordinateur oublie l’autre et ne lui envoie plus rien.',
}
