import type { Catalogue } from '../en'

const isolated = () => [
  'Schalten Sie in den Einstellungen des Routers oder Access-Points aus, was dort Client-Isolation, AP-Isolation oder WLAN-Isolation heißt.',
  'Gastnetzwerke trennen ihre Geräte absichtlich: Verbinden Sie sich mit einem anderen.',
]

const tunnelled = () => [
  'Erlauben Sie in den Einstellungen des VPN das lokale Netzwerk (LAN-Zugriff, Split-Tunneling).',
  'Oder trennen Sie das VPN, solange Sie sich besprechen.',
]

const found: Catalogue['doctor']['found'] = {
  no_network: {
    text: () => 'Dieser Computer ist in keinem Netzwerk.',
    advice: () => ['Bitte ein Netzwerkkabel anschließen oder mit einem WLAN verbinden.'],
  },
  self_made_addresses: {
    text: (all) => `Dieser Computer hat sich seine Adressen selbst gegeben: ${all}.`,
    advice: () => [
      'Computer am selben Kabel oder Switch finden einander vielleicht trotzdem.',
      'Gibt es einen Router, prüfen Sie, ob er an ist und Adressen verteilt (DHCP).',
    ],
  },
  on_network: {
    text: (all) => `Dieser Computer ist im Netzwerk als ${all}.`,
  },
  hidden: {
    text: () =>
      'Hearth soll von niemandem gesehen werden; darum zeigt es sich nicht und sieht sich nicht um.',
    advice: () => ['Wählen Sie in den Einstellungen, wer im Netzwerk es sehen darf.'],
  },
  multicast_works: {
    text: () => 'Was Hearth allen im Netzwerk sagt (Multicast), geht hinaus und wird gehört.',
  },
  multicast_held_back: {
    text: (interfaces) =>
      `Was Hearth allen im Netzwerk sagt (Multicast), wird an ${interfaces} aufgehalten; andere sind dort nicht zu finden.`,
    advice: () => [
      'Lassen Sie UDP-Port 5353 hinein und hinaus, von und zu 224.0.0.251 und ff02::fb.',
    ],
  },
  port_silent: {
    text: (port) => `An Port ${port} der eigenen Adressen dieses Computers antwortet nichts.`,
    advice: () => ['Starten Sie Hearth oder prüfen Sie, ob es an einer anderen Adresse lauscht.'],
  },
  port_blocked: {
    text: (port, others) => `Port ${port} dieses Computers ist von ${others} aus nicht erreichbar.`,
    advice: (port) => [`Lassen Sie TCP-Port ${port} hinein.`],
  },
  port_reached: {
    text: (port, others) => `Port ${port} dieses Computers ist von ${others} aus erreichbar.`,
  },
  port_untried: {
    text: (port) =>
      `Port ${port} antwortet an den eigenen Adressen dieses Computers. Ob andere dorthin kommen, wurde nicht versucht.`,
  },
  no_neighbours: {
    text: () => 'In diesem Netzwerk ist kein anderes Hearth zu hören.',
    advice: () => [
      'Starten Sie Hearth auf einem anderen Computer dieses Netzwerks und sehen Sie hier noch einmal nach.',
      'Ein Gastnetzwerk oder eines mit anderem Namen ist oft ein anderes Netzwerk.',
    ],
  },
  neighbours_heard: {
    text: (names) => `Hearth ist zu hören von ${names}.`,
  },
  devices_reached: {
    text: () => 'Die Geräte dieses Netzwerks erreichen einander.',
  },
  devices_kept_apart: {
    text: (names) =>
      `Zu hören, aber nicht zu erreichen: ${names}. Das Netzwerk trennt seine Geräte, oder eine Firewall dort hält auf, was kommt.`,
    advice: isolated,
  },
  devices_heard: {
    text: () =>
      'Andere Geräte dieses Netzwerks sind zu hören; es trennt sie also nicht voneinander.',
  },
  no_devices_heard: {
    text: () =>
      'In diesem Netzwerk ist kein anderes Gerät zu hören. Vielleicht trennt es seine Geräte.',
    advice: isolated,
  },
  no_firewall: {
    text: () => 'Hier arbeitet keine Firewall, die Hearth kennt.',
  },
  firewall_lets_through: {
    text: (names) => `Hearth wird durchgelassen von ${names}.`,
  },
  firewall_at_work: {
    text: (names) => `Hier arbeitet ${names} und hält vielleicht auf, was von anderen kommt.`,
    advice: () => ['Damit wird Hearth durchgelassen:'],
  },
  vpn_in_between: {
    text: (interfaces) =>
      `Der Weg in das Netzwerk von ${interfaces} führt durch ein anderes, wahrscheinlich ein VPN.`,
    advice: tunnelled,
  },
  vpn_around: {
    text: (tunnel) =>
      `Alles, was dieses Netzwerk verlässt, geht durch ${tunnel}, ein VPN. Manche halten auch das lokale Netzwerk auf.`,
    advice: tunnelled,
  },
  no_vpn: {
    text: () => 'Zwischen diesem Computer und seinem Netzwerk steht kein VPN.',
  },
}

export const doctor: Catalogue['doctor'] = {
  title: 'Netzwerkdiagnose',
  text: 'Sieht nach, warum andere diesen Computer vielleicht nicht finden, und sagt, was zu tun ist.',
  again: 'Noch einmal nachsehen',
  findings: 'Befunde',
  advice: 'Was zu tun ist',
  command: 'Befehl',
  copyCommand: 'Befehl kopieren',
  looking: 'Das Netzwerk wird angesehen; das dauert ein paar Sekunden …',
  bad: 'Etwas hindert andere daran, diesen Computer zu finden.',
  doubtful: 'Es sollte gehen, aber etwas könnte im Weg sein.',
  good: 'Alles in Ordnung.',
  verdicts: { good: 'Gut', doubtful: 'Fraglich', bad: 'Schlecht' },
  topics: {
    Addresses: 'Adressen',
    Discovery: 'Suche',
    Port: 'Port',
    'Other installations': 'Andere Installationen',
    'Client isolation': 'Trennung der Geräte',
    Firewall: 'Firewall',
    VPN: 'VPN',
  },
  found,
}
