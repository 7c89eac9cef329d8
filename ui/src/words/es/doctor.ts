import type { Catalogue } from '../en'

const isolated = () => [
  'En la configuración del router o del punto de acceso, desactiva lo que se llame aislamiento de clientes, aislamiento AP o aislamiento inalámbrico.',
  'Las redes de invitados separan sus dispositivos a propósito: conéctate a otra.',
]

const tunnelled = () => [
  'En la configuración de la VPN, permite la red local (acceso LAN, túnel dividido).',
  'O desconecta la VPN mientras dure la reunión.',
]

const found: Catalogue['doctor']['found'] = {
  no_network: {
    text: () => 'Este equipo no está en ninguna red.',
    advice: () => ['Conecta un cable de red o únete a una red inalámbrica.'],
  },
  self_made_addresses: {
    text: (all) => `Este equipo se ha dado sus propias direcciones: ${all}.`,
    advice: () => [
      'Los equipos del mismo cable o conmutador pueden encontrarse de todos modos.',
      'Si hay un router, comprueba que está encendido y que reparte direcciones (DHCP).',
    ],
  },
  on_network: {
    text: (all) => `Este equipo está en la red como ${all}.`,
  },
  hidden: {
    text: () => 'Hearth no debe ser visto por nadie, así que ni se muestra ni busca a los demás.',
    advice: () => ['En los ajustes, elige quién puede verlo en la red.'],
  },
  multicast_works: {
    text: () => 'Lo que Hearth dice a toda la red (multicast) sale y se oye.',
  },
  multicast_held_back: {
    text: (interfaces) =>
      `Lo que Hearth dice a toda la red (multicast) queda retenido en ${interfaces}, así que allí no se puede encontrar a los demás.`,
    advice: () => ['Deja entrar y salir el puerto UDP 5353, desde y hacia 224.0.0.251 y ff02::fb.'],
  },
  port_silent: {
    text: (port) => `Nada responde en el puerto ${port} de las direcciones de este equipo.`,
    advice: () => ['Inicia Hearth, o comprueba si escucha en otra dirección.'],
  },
  port_blocked: {
    text: (port, others) => `El puerto ${port} de este equipo no es accesible desde ${others}.`,
    advice: (port) => [`Deja entrar el puerto TCP ${port}.`],
  },
  port_reached: {
    text: (port, others) => `El puerto ${port} de este equipo es accesible desde ${others}.`,
  },
  port_untried: {
    text: (port) =>
      `El puerto ${port} responde en las direcciones de este equipo. No se ha probado si otros llegan hasta él.`,
  },
  no_neighbours: {
    text: () => 'No se oye ningún otro Hearth en esta red.',
    advice: () => [
      'Inicia Hearth en otro equipo de esta red y vuelve a mirar aquí.',
      'Una red de invitados, o una con otro nombre, suele ser otra red.',
    ],
  },
  neighbours_heard: {
    text: (names) => `Se oye Hearth desde ${names}.`,
  },
  devices_reached: {
    text: () => 'Los dispositivos de esta red pueden comunicarse entre sí.',
  },
  devices_kept_apart: {
    text: (names) =>
      `Se oye a ${names}, pero no se puede llegar hasta ahí. La red separa sus dispositivos, o un cortafuegos retiene allí lo que llega.`,
    advice: isolated,
  },
  devices_heard: {
    text: () => 'Se oyen otros dispositivos de esta red, así que no los separa.',
  },
  no_devices_heard: {
    text: () => 'No se oye ningún otro dispositivo de esta red. Puede que separe sus dispositivos.',
    advice: isolated,
  },
  no_firewall: {
    text: () => 'Aquí no actúa ningún cortafuegos que Hearth conozca.',
  },
  firewall_lets_through: {
    text: (names) => `A Hearth le deja pasar ${names}.`,
  },
  firewall_at_work: {
    text: (names) => `Aquí actúa ${names}, que puede retener lo que llega de otros.`,
    advice: () => ['Esto deja pasar a Hearth:'],
  },
  vpn_in_between: {
    text: (interfaces) =>
      `El camino a la red de ${interfaces} pasa por otra, muy probablemente una VPN.`,
    advice: tunnelled,
  },
  vpn_around: {
    text: (tunnel) =>
      `Todo lo que sale de esta red pasa por ${tunnel}, una VPN. Algunas retienen también la red local.`,
    advice: tunnelled,
  },
  no_vpn: {
    text: () => 'No hay ninguna VPN entre este equipo y su red.',
  },
}

export const doctor: Catalogue['doctor'] = {
  title: 'Diagnóstico de red',
  text: 'Mira por qué los demás quizá no encuentran este equipo, y dice qué hacer.',
  again: 'Volver a mirar',
  findings: 'Resultados',
  advice: 'Qué hacer',
  command: 'Orden',
  copyCommand: 'Copiar la orden',
  looking: 'Examinando la red; tarda unos segundos…',
  bad: 'Algo impide que los demás encuentren este equipo.',
  doubtful: 'Debería funcionar, pero algo podría estorbar.',
  good: 'Todo está bien.',
  verdicts: { good: 'Bien', doubtful: 'Dudoso', bad: 'Mal' },
  topics: {
    Addresses: 'Direcciones',
    Discovery: 'Detección',
    Port: 'Puerto',
    'Other installations': 'Otras instalaciones',
    'Client isolation': 'Aislamiento de dispositivos',
    Firewall: 'Cortafuegos',
    VPN: 'VPN',
  },
  found,
}
