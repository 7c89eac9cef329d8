import type { Catalogue } from '../en'
import { count } from './counting'

export const home: Catalogue['home'] = {
  welcome: 'Un lugar para reunirse.',
  lead: 'Reuniones que se quedan en tu red, alojadas en {}.',
  thisComputer: 'este equipo',
  gone: 'Hearth no responde. Comprueba que está en marcha y que estás en su red.',
  meet: 'Reunirse',
  nameHint: 'Tal como deben verlo los demás',
  newMeeting: 'Nueva reunión',
  or: 'o entrar en una',
  recent: 'Reuniones recientes',
  allRecent: 'Ver todas',
  join: 'Unirse',
  code: 'Código de la reunión',
  codeHint: 'abc-def-ghj, o un enlace',
  noCode: 'Escribe el código que te dieron, o pega el enlace.',
  wrongCode:
    'Esto no es un código de reunión. Un código tiene nueve letras y cifras, como abc-def-ghj.',
  scan: {
    open: 'Escanear un código',
    title: 'Escanear un código',
    text: 'Pon el código QR de la reunión ante la cámara. La imagen se queda aquí.',
    seen: 'Lo que ve la cámara',
    looking: 'Buscando un código…',
    foreign:
      'Este código no es el enlace de una reunión. El anfitrión encuentra el correcto en «Invitar».',
  },
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  accountOf: (name) => `Cuenta de ${name}`,
  account: {
    create: 'Crear una cuenta',
    text: 'Con una cuenta, tu historial está en todos tus dispositivos y tus reuniones siguen siendo tuyas. También puedes reunirte sin ella.',
    username: 'Nombre de usuario',
    usernameHint: 'Letras, cifras, puntos, guiones y guiones bajos.',
    name: 'Nombre que ven los demás',
    password: 'Contraseña',
    passwordHint: 'Al menos 8 caracteres.',
    createNow: 'Crear cuenta',
    haveOne: 'Ya tengo una cuenta',
    haveNone: 'Aún no tengo cuenta',
  },
  missed: {
    title: 'Llamadas perdidas',
    clear: 'Borrar',
    clearAll: 'Borrar las llamadas perdidas',
    callBack: 'Devolver la llamada',
    callBackTo: (name) => `Devolver la llamada a ${name}`,
  },
  nearby: {
    title: 'Cerca',
    meeting: 'Una reunión',
    meetingOf: (name) => `Reunión de ${name}`,
    ask: 'Pedir entrar',
    askFor: (meeting, tag) => `Pedir entrar: ${meeting}, ${tag}`,
    ringVoice: (name) => `Llamar a ${name}`,
    ringVideo: (name) => `Llamar a ${name} con vídeo`,
    empty: 'Las personas y reuniones de tu red aparecen aquí por sí solas. ¿Falta alguien?',
    looking: 'Buscando…',
    summary: (meetings, people) => `${meetings} y ${people} cerca`,
    meetings: (number) =>
      count(number, { one: '# reunión', many: '# de reuniones', other: '# reuniones' }),
  },
  search: {
    looking: 'Buscando {} aquí y en la red…',
    stop: 'Detener',
    nothing:
      'Nadie tiene la reunión {}. Comprueba el código, y que su anfitrión está en tu red.',
    tried: 'Lo que se ha probado',
  },
}
