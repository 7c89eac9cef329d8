import type { Catalogue } from '../en'

export const refusals: Catalogue['refusals'] = {
  unreachable:
    'No se puede llegar a Hearth. Comprueba que está en marcha y que estás en su red.',
  garbled: 'Ha respondido algo que no es Hearth.',

  too_many_requests: 'Demasiado rápido. Espera un momento.',
  too_many_attempts: 'Demasiados intentos. Espera unos minutos.',
  unavailable: 'El servidor no puede hacerlo ahora. Inténtalo de nuevo en un momento.',
  only_local: 'Esto solo se puede hacer en el propio equipo del servidor.',
  insecure: 'Este servidor solo habla con otros equipos por HTTPS.',
  signed_out: 'Tu sesión se ha cerrado. Inicia sesión otra vez.',

  no_such_meeting: 'No hay ninguna reunión con este código. Comprueba el código.',
  not_joined: 'Primero únete a la reunión.',
  already_joined: 'Ya te has unido.',
  no_such_participant: 'Esta persona ya no está aquí.',
  not_allowed: 'Solo un anfitrión puede hacer esto. Pídeselo al anfitrión.',
  forbidden_by_policy: 'El anfitrión lo ha desactivado. Pregunta al anfitrión.',
  locked: 'La reunión está bloqueada. Pide a alguien de dentro que la desbloquee.',
  removed: 'El anfitrión te ha expulsado de esta reunión.',
  ended: 'Esta reunión ha terminado. Empieza una nueva.',
  full: 'La reunión está completa. Inténtalo de nuevo cuando haya salido alguien.',
  lobby_full: 'Hay demasiadas personas esperando. Inténtalo de nuevo en un momento.',
  too_many_observers: 'Hay demasiadas personas en la entrada. Inténtalo de nuevo en un momento.',
  too_many_removed: 'Se ha expulsado a demasiadas personas. Mejor bloquea la reunión.',
  too_many_meetings: 'Estás en demasiadas reuniones. Sal primero de alguna.',
  invalid_name: 'Elige un nombre de 1 a 64 caracteres.',
  invalid_message: 'Escribe un mensaje de 1 a 4000 caracteres.',
  no_such_message:
    'Este mensaje ya no está, o es demasiado antiguo para cambiarlo o responderlo.',
  not_yours: 'Solo quien escribió este mensaje puede cambiarlo.',
  private_conversation: 'Responde a un mensaje privado a la misma persona.',
  invalid_reaction: 'Una reacción es un único emoji.',
  invalid_target: 'Esto no se puede hacer con esta persona.',
  card_too_large: 'Los datos sobre ti ocupan demasiado. Elige una imagen más pequeña.',
  must_ask: 'El anfitrión deja entrar a cada persona. Abre la reunión en Hearth.',
  unknown_token: 'Tu sitio se ha liberado. Únete otra vez.',
  in_use: 'Hay personas en esta reunión. Elimínala cuando haya terminado.',

  not_standing_by: 'Estás conectado en otro lugar. Continúa allí.',
  in_call: 'Estás en una llamada. Termínala primero.',
  not_online: 'No hay nadie a quien llamar. Inténtalo más tarde.',
  not_available: 'Ahora no se puede llamar a esta persona. Inténtalo más tarde.',
  no_such_call: 'Esta llamada ha terminado. Empieza una nueva.',
  no_call: 'No hay ninguna llamada en curso.',

  invalid_username:
    'Un nombre de usuario tiene de 3 a 32 letras, cifras, puntos, guiones y guiones bajos.',
  invalid_password: 'Una contraseña tiene de 8 a 200 caracteres.',
  username_taken: 'Este nombre de usuario ya está ocupado. Elige otro.',
  wrong_credentials: 'El nombre de usuario o la contraseña no son correctos.',
  ticket_spent: 'Este enlace ya se usó, o es demasiado antiguo. Ábrelo de nuevo desde Hearth.',

  identity_changed:
    'Tiene otra identidad que antes. Si se reinstaló, olvida la anterior en los ajustes; si no, puede que alguien se haya metido en medio.',
  impostor: 'Otro equipo responde en su lugar. No se ha enviado nada.',
  unknown_there: 'Conoce este equipo con otra identidad. Tiene que olvidar la anterior.',
  refused: 'Alguien vio que los símbolos son distintos. No se confía en él.',
  not_proved: 'No tiene ninguna reunión con este código.',
  no_door: 'No deja entrar a nadie sin código.',
  no_such_host: 'Ese equipo no está en la red, y tampoco es conocido.',
}
