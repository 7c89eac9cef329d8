import type { Catalogue } from '../en'
import { count } from './counting'

export const preferences: Catalogue['preferences'] = {
  sections: {
    profile: 'Perfil',
    devices: 'Dispositivos',
    appearance: 'Apariencia',
    accessibility: 'Accesibilidad',
    language: 'Idioma',
    shortcuts: 'Atajos',
    privacy: 'Privacidad e historial',
    network: 'Red y servidores',
    start: 'Inicio con el sistema',
    about: 'Acerca de',
  },
  profile: {
    account: 'Cuenta',
    guest:
      'Usas Hearth sin cuenta. Con una cuenta, tu historial te acompaña en todos tus dispositivos.',
    signedIn: (name) => `Has iniciado sesión como ${name}.`,
  },
  devices: {
    ask: 'El navegador en el que se abre la llamada pide usar la cámara y el micrófono, y recuerda lo que elijas allí.',
    test: 'Probar la cámara y el micrófono',
    stop: 'Terminar la prueba',
  },
  appearance: 'Colores',
  contrast: {
    title: 'Contraste',
    system: 'Como el sistema',
    more: 'Alto',
  },
  language: {
    title: 'Idioma',
    system: 'Como el sistema',
  },
  shortcuts: {
    inCall: 'En una llamada',
    does: {
      m: 'Silenciar o activar el micrófono',
      v: 'Activar o desactivar la cámara',
      h: 'Levantar o bajar la mano',
      c: 'Mostrar el chat',
      n: 'Mostrar las notas',
      p: 'Mostrar las personas',
      q: 'Mostrar las encuestas',
      s: 'Mostrar las estadísticas',
      f: 'Pantalla completa',
      g: 'Vista siguiente',
      o: 'Ocultar o mostrar mi imagen',
      '?': 'Mostrar estas teclas',
    },
    help: 'Atajos de teclado',
    talk: 'Hablar mientras se mantiene',
    talkKey: 'Tecla para hablar',
    space: 'Espacio',
    pressOne: 'Pulsa una tecla…',
    single: 'Teclas sueltas',
    singleHint: 'En una llamada, mientras no se escribe nada.',
    everywhere: 'En todas partes',
    global: 'Silenciar la llamada desde cualquier aplicación',
    none: 'Ninguno',
    press: 'Pulsa las teclas…',
    change: 'Cambiar',
    remove: 'Quitar',
    hint: 'Teclas con Ctrl, Alt o la tecla del sistema. Escape lo deja como estaba.',
    windowOnly:
      'Las teclas que silencian desde cualquier aplicación se configuran en la aplicación de escritorio.',
  },
  privacy: {
    notifications: 'Notificaciones',
    notificationsHint: 'De llamadas, peticiones de entrada y mensajes mientras miras otra cosa.',
    keep: 'Conservar el historial',
    forEver: 'Para siempre',
    year: 'Durante un año',
    days: (days) =>
      count(days, {
        one: 'Durante # día',
        many: 'Durante # de días',
        other: 'Durante # días',
      }),
    keepHint:
      'Las reuniones, sus personas, su chat y sus notas, tal como este equipo los conserva para todos los que estuvieron en ellas.',
    files: {
      title: 'Archivos que conservan las reuniones',
      hint: 'Los archivos que se conservan en las reuniones alojadas aquí, para quienes lleguen después, ocupan como mucho este espacio. Los que ya están se quedan.',
      all: 'Todas las reuniones juntas',
      meeting: 'Una reunión',
      none: 'No conservar archivos',
    },
    shorter: (period) => `¿Conservar el historial menos tiempo: ${period}?`,
    shorterText:
      'Las reuniones más antiguas se eliminan ahora, para todos los que estuvieron en ellas.',
    shorterDo: 'Eliminar las reuniones más antiguas',
    deleteAll: 'Eliminar mi historial',
    deleteAllTitle: '¿Eliminar todo tu historial?',
    deleteAllText:
      'Todas las reuniones en las que estuviste salen de tu historial, con sus personas, su chat y sus notas.',
    deleted: 'Tu historial se ha eliminado.',
  },
  start: {
    atLogin: 'Iniciar con el equipo',
    atLoginHint: 'Para que otros puedan llamarte sin que tengas que hacer nada.',
    hidden: 'Iniciar sin ventana',
    hiddenHint: 'Solo en la bandeja, hasta que lo abras.',
  },
  about: {
    version: (version) => `Hearth ${version}`,
    text: 'Reuniones que se quedan en tu red. Software libre, con licencia MIT o Apache 2.0, a tu elección.',
    licences: 'Licencias',
    licencesText: (number) =>
      count(number, {
        one: 'Hearth usa # paquete ajeno.',
        many: 'Hearth usa # de paquetes ajenos.',
        other: 'Hearth usa # paquetes ajenos.',
      }),
    show: 'Mostrar las licencias',
    search: 'Buscar',
    found: (number) =>
      count(number, { one: '# paquete', many: '# de paquetes', other: '# paquetes' }),
    missing: 'Esta versión no incluye la lista de licencias.',
  },
}
