import type { Catalogue } from '../en'

export const network: Catalogue['network'] = {
  someoneNearby: 'Alguien cerca',
  thisComputer: 'Este equipo',
  unnamed: 'Equipo sin nombre',
  check: 'Comprobar la red',
  trust: {
    proved: 'Demostrado con el código de una reunión',
    notCompared: 'Símbolos aún sin comparar',
    compared: 'Símbolos comparados',
    changed: 'Tiene otra identidad que antes',
  },
  places: {
    here: 'Aquí',
    network: 'En la red',
    remembered: 'Equipo conocido',
    configured: 'Servidor de tus ajustes',
  },
  otherEnd: 'Quién está al otro lado',
  symbols: 'Símbolos',
  compare: 'Comparar',
  compareWith: (name) => `Comparar con ${name}`,
  howToCompare:
    'Pregunta de viva voz o en la misma sala qué símbolos muestra la otra pantalla. Si alguien se ha metido en medio, serán otros.',
  differ: 'Son distintos',
  match: 'Son iguales',
  afterComparing:
    'Si son iguales, no tendrás que volver a comparar. Si son distintos, este equipo olvida al otro y ya no le envía nada.',
}
