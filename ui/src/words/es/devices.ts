import type { Catalogue } from '../en'

export const devices: Catalogue['devices'] = {
  title: 'Dispositivos',
  microphone: 'Micrófono',
  camera: 'Cámara',
  speaker: 'Altavoz',
  numbered: (device, number) => `${device} ${number}`,
  mute: 'Silenciar el micrófono',
  unmute: 'Activar el micrófono',
  cameraOff: 'Desactivar la cámara',
  cameraOn: 'Activar la cámara',
  forbidden: {
    microphone: 'El anfitrión ha desactivado los micrófonos.',
    camera: 'El anfitrión ha desactivado las cámaras.',
  },
  level: 'Nivel del micrófono',
  noise: {
    title: 'Ruido a tu alrededor',
    kinds: {
      off: 'Dejar el ruido',
      browser: 'Reducir el ruido',
      strong: 'Reducir mucho el ruido',
    },
    unable: 'Este navegador no puede reducir mucho el ruido; lo hace a su manera.',
  },
  testSpeaker: 'Reproducir un sonido de prueba',
  voice: {
    test: 'Probar mi voz',
    hint: 'Graba cinco segundos y te los reproduce. Nada sale de este equipo.',
    muted: 'Activa el micrófono para oír cómo suenas.',
    recording: 'Di algo…',
    playing: 'Así te oyen los demás.',
    failed: 'Aquí no se ha podido reproducir.',
    stop: 'Detener',
  },
  arrival: {
    ask: (device) => `¿Usar ${device}?`,
    use: 'Usar',
    leave: 'Ahora no',
  },
  replaced: (lost, now) => `${lost} ya no está. En su lugar se usa ${now}.`,
  unplugged: (lost) => `${lost} ya no está. En su lugar se usa otro dispositivo.`,
  talking: {
    title: 'Voz y sonidos',
    pushToTalk: 'Pulsar para hablar',
    pushToTalkHint: 'Tu micrófono está silenciado salvo mientras mantienes una tecla.',
    mutedHint: 'Avisarme cuando hable con el micrófono silenciado',
    mutedHintHint: 'El micrófono silenciado solo lo oye esta página, y de él solo el volumen.',
    sounds: 'Sonidos de la llamada',
    soundsHint:
      'Cuando alguien entra, sale o pide entrar, y con manos levantadas y mensajes mientras miras a otra parte.',
  },
  seen: 'Lo que ve tu cámara',
  isOff: 'Tu cámara está desactivada',
  insecure:
    'Puedes mirar, escuchar y escribir. Para hablar y que te vean, abre {}. Aquí, otros en la red podrían escuchar.',
  secureAddress: 'la dirección segura',
  problems: {
    microphone: {
      denied:
        'Tu navegador no puede usar el micrófono. Permítelo con el icono junto a la dirección y luego actívalo.',
      blocked:
        'El sistema no deja que tu navegador use el micrófono. Permítelo y luego activa el micrófono.',
      dismissed:
        'El navegador pidió usar el micrófono y no obtuvo respuesta. Actívalo y responde con Permitir.',
      unfit: 'El micrófono elegido no se puede usar. Elige otro.',
      missing: 'No se ha encontrado ningún micrófono. Conecta uno o entra sin él.',
      busy: 'Otro programa usa el micrófono. Cierra ese programa y luego activa el micrófono.',
      insecure:
        'Los navegadores solo prestan el micrófono a páginas seguras. Abre esta página por su dirección https://.',
      failed: 'El micrófono no se ha iniciado. Actívalo para volver a intentarlo.',
    },
    camera: {
      denied:
        'Tu navegador no puede usar la cámara. Permítela con el icono junto a la dirección y luego actívala.',
      blocked:
        'El sistema no deja que tu navegador use la cámara. Permítelo y luego activa la cámara.',
      dismissed:
        'El navegador pidió usar la cámara y no obtuvo respuesta. Actívala y responde con Permitir.',
      unfit: 'La cámara elegida no se puede usar. Elige otra.',
      missing: 'No se ha encontrado ninguna cámara. Conecta una o entra sin ella.',
      busy: 'Otro programa usa la cámara. Cierra ese programa y luego activa la cámara.',
      insecure:
        'Los navegadores solo prestan la cámara a páginas seguras. Abre esta página por su dirección https://.',
      failed: 'La cámara no se ha iniciado. Actívala para volver a intentarlo.',
    },
  },
}
