import type { Catalogue } from '../en'
import { count } from './counting'

export const meeting: Catalogue['meeting'] = {
  title: 'Reunión',
  titled: (code) => `Reunión ${code}`,
  going: 'Abriendo la reunión…',
  lost: 'Se ha perdido la conexión. Reconectando…',
  seatKept: (time) => `Tu sitio se guarda ${time} más.`,
  giveUp: 'Salir ahora',
  howYouLook: 'Cómo te verán y oirán los demás',
  ready: '¿Todo listo?',
  noName: 'Escribe tu nombre, para que los demás sepan quién llega.',
  nobodyIn: 'Aún no hay nadie.',
  oneIn: (name) => `${name} ya está dentro.`,
  manyIn: (names) => `${names} ya están dentro.`,
  others: (number) =>
    count(number, { one: '# persona más', many: '# de personas más', other: '# personas más' }),
  locked: 'La reunión está bloqueada. Pide a alguien de dentro que la desbloquee.',
  ask: 'Pedir entrar',
  join: 'Unirse ahora',
  waiting: {
    title: 'A la espera de que te dejen entrar',
    text: 'El anfitrión sabe que estás aquí. Quédate en esta página; entrarás sin hacer nada más.',
    stop: 'Dejar de esperar',
  },
  over: {
    left: { title: 'Has salido de la reunión', again: 'Volver' },
    denied: {
      title: 'No te han dejado entrar',
      text: 'El anfitrión lo ha rechazado. Si crees que fue un error, habla con él y vuelve a pedir entrar.',
      again: 'Volver a pedir entrar',
    },
    removed: {
      title: 'Te han expulsado de la reunión',
      text: 'Su código ya no te deja entrar.',
    },
    ended: {
      title: 'Esta reunión ha terminado',
      text: 'Si estuviste en ella, tu historial tiene sus personas y su chat.',
    },
    replaced: {
      title: 'Estás en esta reunión en otro lugar',
      text: 'Otra pestaña u otra ventana ha ocupado tu sitio.',
      again: 'Seguir aquí',
    },
    identityChanged: {
      title: 'Este no es el equipo que conoces',
      text: 'Su identidad ya no es la misma. Quizá se reinstaló Hearth allí; quizá alguien se hace pasar por él. No se le ha enviado nada. Pregunta a su dueño y solo después olvídalo, para volver a conocerlo.',
      forget: 'Olvidar este equipo',
    },
    refused: {
      title: 'No puedes entrar ahora',
      unknown: 'Esta reunión no existe',
      full: 'La reunión está completa',
      locked: 'La reunión está bloqueada',
      search: 'Buscarla en la red',
    },
    serverGone: {
      title: 'El servidor ya no está',
      text: 'Hearth no responde. Comprueba que el equipo que lo aloja está encendido y que estás en su red.',
    },
  },
}
