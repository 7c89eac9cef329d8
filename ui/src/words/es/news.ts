import type { Catalogue } from '../en'

export const news: Catalogue['news'] = {
  joined: (name) => `${name} ha entrado`,
  departed: {
    left: (name) => `${name} ha salido`,
    lost: (name) => `${name} ha perdido la conexión`,
    removed: (name) => `Han expulsado a ${name}`,
  },
  knocked: (name) => `${name} pide entrar`,
  raisedHand: (name) => `${name} ha levantado la mano`,
  youAre: {
    host: 'Ahora eres el anfitrión',
    coHost: 'Ahora eres coanfitrión',
    participant: 'Ahora eres participante',
  },
  isHost: (name) => `${name} es ahora el anfitrión`,
  locked: (name) => `${name} ha bloqueado la reunión`,
  unlocked: (name) => `${name} ha desbloqueado la reunión`,
  on: {
    microphone: (name) => `${name} ha activado los micrófonos`,
    camera: (name) => `${name} ha activado las cámaras`,
    screen: (name) => `${name} ha activado la opción de compartir pantalla`,
    chat: (name) => `${name} ha activado el chat`,
    files: (name) => `${name} ha permitido los archivos`,
    keepFiles: (name) => `${name} permite conservar archivos para quienes lleguen después`,
    notes: (name) => `${name} deja que todos escriban en las notas`,
    lobby: (name) => `${name} ha activado la sala de espera`,
  },
  off: {
    microphone: (name) => `${name} ha desactivado los micrófonos`,
    camera: (name) => `${name} ha desactivado las cámaras`,
    screen: (name) => `${name} ha desactivado la opción de compartir pantalla`,
    chat: (name) => `${name} ha desactivado el chat`,
    files: (name) => `${name} ha desactivado los archivos`,
    keepFiles: (name) => `${name} ya no permite conservar archivos`,
    notes: (name) => `${name} solo deja que los anfitriones escriban en las notas`,
    lobby: (name) => `${name} ha desactivado la sala de espera`,
  },
  taken: {
    microphone: (name) => `${name} te ha silenciado`,
    camera: (name) => `${name} ha desactivado tu cámara`,
    screen: (name) => `${name} ha detenido tu pantalla compartida`,
  },
  rightsChanged: (name) => `${name} ha cambiado lo que puedes usar`,
  askedToUnmute: (name) => `${name} te pide que actives el micrófono`,
  nameChanged: (old, name) => `${old} se llama ahora ${name}`,
  inSpotlight: {
    you: 'Ahora todos te ven en grande',
    other: (name) => `${name} está ahora en primer plano`,
  },
  fileOffered: (name, file) => `${name} ofrece ${file}`,
  stopping: 'El servidor se está deteniendo. Volverás cuando él vuelva.',
  codeChanged: (code) =>
    `Alguien ha intentado adivinar el código. Ahora es ${code}; los enlaces enviados antes ya no llevan a ninguna parte.`,
}
