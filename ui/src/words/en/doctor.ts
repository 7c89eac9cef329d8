import type { Finding } from '../finding'

const isolated = () => [
  'In the settings of the router or access point, turn off what is called client isolation, AP isolation or wireless isolation.',
  'Networks for guests keep their devices apart on purpose: join another one.',
]

const tunnelled = () => [
  'In the settings of the VPN, allow the local network (LAN access, split tunnelling).',
  'Or leave the VPN for as long as you meet.',
]

const found = {
  no_network: {
    text: () => 'This computer is on no network.',
    advice: () => ['Plug in a network cable or join a wireless network.'],
  },
  self_made_addresses: {
    text: (all) => `This computer made its addresses itself: ${all}.`,
    advice: () => [
      'Computers on the same cable or switch may find each other all the same.',
      'If there is a router, see whether it is on and hands out addresses (DHCP).',
    ],
  },
  on_network: {
    text: (all) => `This computer is on the network as ${all}.`,
  },
  hidden: {
    text: () =>
      'Hearth was told to be seen by nobody, so it neither shows itself nor looks around.',
    advice: () => ['In Settings, choose who on the network may see it.'],
  },
  multicast_works: {
    text: () => 'What Hearth says to everyone on the network (multicast) goes out and is heard.',
  },
  multicast_held_back: {
    text: (interfaces) =>
      `What Hearth says to everyone on the network (multicast) is held back at ${interfaces}, so others cannot be found there.`,
    advice: () => ['Let UDP port 5353 in and out, to and from 224.0.0.251 and ff02::fb.'],
  },
  port_silent: {
    text: (port) => `Nothing answers at port ${port} of this computer's own addresses.`,
    advice: () => ['Start Hearth, or see whether it listens at another address.'],
  },
  port_blocked: {
    text: (port, others) => `Port ${port} of this computer cannot be reached from ${others}.`,
    advice: (port) => [`Let TCP port ${port} in.`],
  },
  port_reached: {
    text: (port, others) => `Port ${port} of this computer is reached from ${others}.`,
  },
  port_untried: {
    text: (port) =>
      `Port ${port} answers at this computer's own addresses. Whether others get there was not tried.`,
  },
  no_neighbours: {
    text: () => 'No other Hearth is heard on this network.',
    advice: () => [
      'Start Hearth on another computer of this network, and look here again.',
      'A guest network, or one of another name, is often another network.',
    ],
  },
  neighbours_heard: {
    text: (names) => `Hearth is heard from ${names}.`,
  },
  devices_reached: {
    text: () => 'Devices of this network reach each other.',
  },
  devices_kept_apart: {
    text: (names) =>
      `${names} can be heard and not reached. The network keeps its devices apart, or a firewall there holds back what comes.`,
    advice: isolated,
  },
  devices_heard: {
    text: () => 'Other devices of this network are heard, so it does not keep them apart.',
  },
  no_devices_heard: {
    text: () => 'No other device of this network is heard. It may keep its devices apart.',
    advice: isolated,
  },
  no_firewall: {
    text: () => 'No firewall that Hearth knows is at work here.',
  },
  firewall_lets_through: {
    text: (names) => `Hearth is let through by ${names}.`,
  },
  firewall_at_work: {
    text: (names) => `At work here is ${names}, which may hold back what comes from others.`,
    advice: () => ['These let Hearth through:'],
  },
  vpn_in_between: {
    text: (interfaces) =>
      `The way into the network of ${interfaces} leads through another one, most likely a VPN.`,
    advice: tunnelled,
  },
  vpn_around: {
    text: (tunnel) =>
      `All that leaves this network goes through ${tunnel}, a VPN. Some of them hold back the local network too.`,
    advice: tunnelled,
  },
  no_vpn: {
    text: () => 'No VPN stands between this computer and its network.',
  },
} satisfies Record<string, Finding>

export const doctor = {
  title: 'Network doctor',
  text: 'Looks at why others may not find this computer, and says what to do.',
  again: 'Look again',
  findings: 'Findings',
  advice: 'What to do',
  command: 'Command',
  copyCommand: 'Copy command',
  looking: 'Looking at the network; this takes a few seconds…',
  bad: 'Something keeps others from finding this computer.',
  doubtful: 'It should work, but something may be in the way.',
  good: 'All is well.',
  verdicts: { good: 'Good', doubtful: 'Doubtful', bad: 'Bad' },
  topics: {
    Addresses: 'Addresses',
    Discovery: 'Discovery',
    Port: 'Port',
    'Other installations': 'Other installations',
    'Client isolation': 'Client isolation',
    Firewall: 'Firewall',
    VPN: 'VPN',
  },
  found,
}
