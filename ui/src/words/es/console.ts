import type { Catalogue } from '../en'

export const console: Catalogue['console'] = {
  home: 'Inicio',
  states: {
    connecting: 'La llamada se está conectando…',
    door: 'La llamada está lista: entra donde se celebra.',
    waiting: 'Estás en la sala de espera hasta que el anfitrión te deje entrar.',
    in: 'La llamada está en tu navegador.',
    reconnecting: 'La llamada ha perdido la conexión. Reconectando…',
  },
  duration: 'Duración',
  microphone: { on: 'Silenciar el micrófono', off: 'Activar el micrófono' },
  camera: { on: 'Desactivar la cámara', off: 'Activar la cámara' },
  none: 'No hay ninguna llamada',
  noneText: 'Empieza una reunión o entra en una, y aparecerá aquí.',
  held: 'Estás en una llamada.',
  heldIn: (title) => `Estás en una llamada: ${title}`,
  toCall: 'Mostrar la llamada',
  over: {
    left: 'La llamada ha terminado.',
    denied: 'No te han dejado entrar.',
    removed: 'El anfitrión te ha expulsado de la reunión.',
    ended: 'La reunión ha terminado.',
  },
  comeBack: 'Volver',
}
