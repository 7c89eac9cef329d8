import type { Catalogue } from '../en'

export const callTest: Catalogue['callTest'] = {
  open: 'Probar la llamada',
  title: '¿Funcionará?',
  text: 'Envía tu sonido y tu imagen desde esta página a ella misma, como en una llamada. Nadie los oye ni los ve.',
  running: 'Probando; tarda unos segundos…',
  again: 'Probar otra vez',
  outcomes: {
    good: 'Todo está bien.',
    doubtful: 'Funciona. Mira lo que está marcado.',
    bad: 'Algo va mal. Mira lo que está marcado.',
  },
  answers: (time) => `Hearth responde en ${time}.`,
  slow: (time) =>
    `Hearth tarda ${time} en responder. La red o su equipo están sobrecargados; acércate al punto de acceso o usa un cable.`,
  silent: 'Hearth no responde. Comprueba que su equipo está encendido y que estás en su red.',
  made: 'El navegador establece conexiones para llamadas.',
  blocked:
    'El navegador no establece ninguna conexión para llamadas. Puede que una extensión, una VPN o una norma de la empresa prohíba WebRTC: desactívala para esta página o usa otro navegador.',
  sound: {
    arrives: (figures) => `Tu sonido llega: ${figures}.`,
    lost: 'Tu sonido no se envía. Elige otro micrófono o reinicia el navegador.',
    off: 'Tu micrófono está desactivado. Actívalo para probarlo.',
  },
  picture: {
    arrives: (figures) => `Tu imagen llega: ${figures}.`,
    lost: 'Tu imagen no se envía. Elige otra cámara, cierra otros programas que la usen o reinicia el navegador.',
    off: 'Tu cámara está desactivada. Actívala para probarla.',
  },
  local: (address) => `Estás en tu red local como ${address}.`,
  public: (address) =>
    `Usas una dirección de internet, ${address}. Puede que haya una VPN de por medio; sin ella, los demás de tu red te encuentran mejor.`,
  hidden: 'Tu navegador se guarda tu dirección; las llamadas funcionan igualmente.',
}
