import type { Catalogue } from '../en'

export const ring: Catalogue['ring'] = {
  wants: { video: 'Quiere verte.', voice: 'Quiere hablar contigo.' },
  leavesMeeting: (wants) => `${wants} Si aceptas, sales de la reunión en la que estás.`,
  decline: 'Rechazar',
  voice: 'Voz',
  video: 'Vídeo',
  acceptVoice: 'Aceptar con voz',
  acceptVideo: 'Aceptar con vídeo',
  again: 'Volver a llamar',
  calling: 'Conectando…',
  ringing: 'Está sonando.',
  ended: {
    declined: (name) => `${name} ha rechazado la llamada.`,
    busy: (name) => `${name} está en otra llamada. Inténtalo más tarde.`,
    noAnswer: (name) => `${name} no ha contestado, y verá que llamaste.`,
    unreachable: (name) =>
      `Ya no se puede llegar a ${name}. Comprueba que su equipo está encendido y en tu red.`,
  },
  over: 'La llamada ha terminado.',
}
