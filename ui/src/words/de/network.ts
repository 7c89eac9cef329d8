import type { Catalogue } from '../en'

export const network: Catalogue['network'] = {
  someoneNearby: 'Jemand in der Nähe',
  unnamed: 'Computer ohne Namen',
  check: 'Netzwerk prüfen',
  trust: {
    proved: 'Durch den Code einer Besprechung bewiesen',
    notCompared: 'Symbole noch nicht verglichen',
    compared: 'Symbole verglichen',
    changed: 'Hat eine andere Identität als früher',
  },
  places: {
    here: 'Hier',
    network: 'Im Netzwerk',
    remembered: 'Bekannter Computer',
    configured: 'Server aus Ihren Einstellungen',
  },
  otherEnd: 'Wer am anderen Ende ist',
  symbols: 'Symbole',
  compare: 'Vergleichen',
  compareWith: (name) => `Mit ${name} vergleichen`,
  howToCompare:
    'Fragen Sie am Telefon oder im selben Raum, welche Symbole dort auf dem Bildschirm stehen. Ist jemand dazwischen, sind es andere.',
  differ: 'Sie sind verschieden',
  match: 'Sie stimmen überein',
  afterComparing:
    'Stimmen sie überein, brauchen Sie nicht noch einmal zu vergleichen. Sind sie verschieden, vergisst dieser Computer den anderen und sendet ihm nichts mehr.',
}
