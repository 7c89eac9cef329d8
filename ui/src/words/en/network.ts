export const network = {
  someoneNearby: 'Someone nearby',
  unnamed: 'Unnamed computer',
  check: 'Check the network',
  trust: {
    proved: 'Proved by the code of a meeting',
    notCompared: 'Symbols not yet compared',
    compared: 'Symbols compared',
    changed: 'Has another identity than it had',
  },
  places: {
    here: 'Here',
    network: 'On the network',
    remembered: 'Known computer',
    configured: 'Server from your settings',
  },
  otherEnd: 'Who is at the other end',
  symbols: 'Symbols',
  compare: 'Compare',
  compareWith: (name: string) => `Compare with ${name}`,
  howToCompare:
    'Ask them, by voice or in the same room, which symbols their screen shows. If someone came in between, theirs are others.',
  differ: 'They differ',
  match: 'They match',
  afterComparing:
    'Once they match, you need not compare again. If they differ, this computer forgets the other and sends it nothing any more.',
}
