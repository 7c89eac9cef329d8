import type { Catalogue } from '../en'

const isolated = () => [
  'Dans les réglages du routeur ou du point d’accès, désactivez ce qui s’appelle isolation des clients, isolation AP ou isolation Wi-Fi.',
  'Les réseaux pour invités séparent leurs appareils à dessein : rejoignez-en un autre.',
]

const tunnelled = () => [
  'Dans les réglages du VPN, autorisez le réseau local (accès LAN, « split tunneling »).',
  'Ou déconnectez le VPN le temps de la réunion.',
]

const found: Catalogue['doctor']['found'] = {
  no_network: {
    text: () => 'Cet ordinateur n’est sur aucun réseau.',
    advice: () => ['Branchez un câble réseau ou rejoignez un réseau Wi-Fi.'],
  },
  self_made_addresses: {
    text: (all) => `Cet ordinateur s’est attribué lui-même ses adresses : ${all}.`,
    advice: () => [
      'Les ordinateurs reliés au même câble ou au même commutateur peuvent tout de même se trouver.',
      'S’il y a un routeur, vérifiez qu’il est allumé et qu’il distribue des adresses (DHCP).',
    ],
  },
  on_network: {
    text: (all) => `Cet ordinateur est sur le réseau à l’adresse ${all}.`,
  },
  hidden: {
    text: () =>
      'Hearth ne doit être vu de personne : il ne se montre donc pas et ne cherche pas les autres.',
    advice: () => ['Dans les paramètres, choisissez qui peut le voir sur le réseau.'],
  },
  multicast_works: {
    text: () => 'Ce que Hearth dit à tout le réseau (multicast) part et est entendu.',
  },
  multicast_held_back: {
    text: (interfaces) =>
      `Ce que Hearth dit à tout le réseau (multicast) est retenu sur ${interfaces} ; les autres y sont donc introuvables.`,
    advice: () => [
      'Laissez entrer et sortir le port UDP 5353, depuis et vers 224.0.0.251 et ff02::fb.',
    ],
  },
  port_silent: {
    text: (port) => `Rien ne répond sur le port ${port} des adresses de cet ordinateur.`,
    advice: () => ['Démarrez Hearth, ou vérifiez s’il écoute à une autre adresse.'],
  },
  port_blocked: {
    text: (port, others) =>
      `Le port ${port} de cet ordinateur n’est pas joignable depuis ${others}.`,
    advice: (port) => [`Laissez entrer le port TCP ${port}.`],
  },
  port_reached: {
    text: (port, others) => `Le port ${port} de cet ordinateur est joignable depuis ${others}.`,
  },
  port_untried: {
    text: (port) =>
      `Le port ${port} répond aux adresses de cet ordinateur. L’accès depuis d’autres appareils n’a pas été essayé.`,
  },
  no_neighbours: {
    text: () => 'Aucun autre Hearth ne se fait entendre sur ce réseau.',
    advice: () => [
      'Démarrez Hearth sur un autre ordinateur de ce réseau, puis revenez voir ici.',
      'Un réseau pour invités, ou d’un autre nom, est souvent un autre réseau.',
    ],
  },
  neighbours_heard: {
    text: (names) => `Hearth se fait entendre depuis ${names}.`,
  },
  devices_reached: {
    text: () => 'Les appareils de ce réseau peuvent se joindre.',
  },
  devices_kept_apart: {
    text: (names) =>
      `On entend ${names} sans pouvoir les joindre. Le réseau sépare ses appareils, ou un pare-feu y retient ce qui arrive.`,
    advice: isolated,
  },
  devices_heard: {
    text: () => 'On entend d’autres appareils de ce réseau : il ne les sépare donc pas.',
  },
  no_devices_heard: {
    text: () =>
      'Aucun autre appareil de ce réseau ne se fait entendre. Il sépare peut-être ses appareils.',
    advice: isolated,
  },
  no_firewall: {
    text: () => 'Aucun pare-feu connu de Hearth n’est actif ici.',
  },
  firewall_lets_through: {
    text: (names) => `Hearth est autorisé par ${names}.`,
  },
  firewall_at_work: {
    text: (names) => `${names} est actif ici et retient peut-être ce qui vient des autres.`,
    advice: () => ['Ceci laisse passer Hearth :'],
  },
  vpn_in_between: {
    text: (interfaces) =>
      `Le chemin vers le réseau de ${interfaces} passe par un autre réseau, sans doute un VPN.`,
    advice: tunnelled,
  },
  vpn_around: {
    text: (tunnel) =>
      `Tout ce qui quitte ce réseau passe par ${tunnel}, un VPN. Certains retiennent aussi le réseau local.`,
    advice: tunnelled,
  },
  no_vpn: {
    text: () => 'Aucun VPN ne s’interpose entre cet ordinateur et son réseau.',
  },
}

export const doctor: Catalogue['doctor'] = {
  title: 'Diagnostic réseau',
  text: 'Cherche pourquoi les autres ne trouvent peut-être pas cet ordinateur, et dit que faire.',
  again: 'Relancer le diagnostic',
  findings: 'Constats',
  advice: 'Que faire',
  command: 'Commande',
  copyCommand: 'Copier la commande',
  looking: 'Examen du réseau, cela prend quelques secondes…',
  bad: 'Quelque chose empêche les autres de trouver cet ordinateur.',
  doubtful: 'Cela devrait fonctionner, mais quelque chose pourrait gêner.',
  good: 'Tout va bien.',
  verdicts: { good: 'Bon', doubtful: 'Douteux', bad: 'Mauvais' },
  topics: {
    Addresses: 'Adresses',
    Discovery: 'Découverte',
    Port: 'Port',
    'Other installations': 'Autres installations',
    'Client isolation': 'Isolation des appareils',
    Firewall: 'Pare-feu',
    VPN: 'VPN',
  },
  found,
}
