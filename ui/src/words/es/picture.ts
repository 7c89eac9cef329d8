import type { Catalogue } from '../en'

export const picture: Catalogue['picture'] = {
  title: 'Imagen',
  background: 'Fondo',
  backgrounds: {
    none: 'Tal como es',
    blurWeak: 'Difuminar un poco',
    blurStrong: 'Difuminar mucho',
    dawn: 'Amanecer',
    sea: 'Mar',
    wood: 'Estantería',
    paper: 'Papel',
    night: 'Noche',
    own: 'Imagen propia',
  },
  cannot:
    'Este navegador no puede cambiar tu imagen antes de enviarla. Chrome, Edge y otros navegadores basados en Chromium pueden.',
  room: {
    learn: 'Memorizar mi habitación',
    again: 'Memorizarla de nuevo',
    states: {
      unknown:
        'Hearth aún no conoce tu habitación, así que toda tu imagen está difuminada. Pulsa el botón y sal de la imagen; Hearth mirará una vez la habitación vacía. Nada de eso sale de este equipo.',
      leaving: 'Sal ahora de la imagen, por favor.',
      looking: 'Hearth está mirando tu habitación. No vuelvas hasta que oigas un sonido.',
      known:
        'Se oculta todo lo que se parece a tu habitación. Lo que se ponga en ella después se ve. Si cambia la luz o la cámara, haz que la memorice de nuevo.',
      moved: 'Algo se ha movido. Inténtalo de nuevo sin nadie en la imagen.',
      lost: 'Lo que ve la cámara ya no es esa habitación, así que toda tu imagen está difuminada. Haz que la memorice de nuevo.',
    },
  },
  own: {
    choose: 'Usar una imagen propia',
    change: 'Usar otra imagen propia',
    remove: 'Quitar mi imagen',
    hint: 'Se conserva en este navegador. Los demás la ven detrás de ti y no reciben ningún archivo.',
    problems: {
      tooLarge: 'Ese archivo es demasiado grande. Elige uno de 10 MB como máximo.',
      unreadable:
        'Eso no es una imagen que este navegador pueda leer. Elige un archivo JPEG o PNG.',
      unkept: 'Este navegador no conserva imágenes, quizá porque la ventana es privada.',
    },
  },
  brighten: 'Aclarar una imagen oscura',
  brightenHint: 'Para la noche, y cuando hay una ventana detrás de ti.',
  isDark: 'Hay poca luz donde estás.',
  brightenNow: 'Aclarar mi imagen',
  unpainted: {
    slow: 'Este equipo es demasiado lento para cambiar tu imagen, así que eso se ha desactivado. Si tu habitación estaba oculta, tu cámara también se ha desactivado: actívala para que te vean tal como eres.',
    failed:
      'No se ha podido cambiar tu imagen, así que eso se ha desactivado. Si tu habitación estaba oculta, tu cámara también se ha desactivado: actívala para que te vean tal como eres.',
  },
  turn: 'Usar la otra cámara',
  saveData: 'Ahorrar datos',
  saveDataHint:
    'Las imágenes de las personas son pequeñas y se mueven menos, la tuya y las de los demás.',
  pause: 'Sin imágenes de los demás',
  pauseHint: 'Oyes a los demás y ves las pantallas que comparten.',
  saving: 'Se ahorran datos: las imágenes de las personas son pequeñas, en las dos direcciones.',
  savingMore: 'Se ahorran datos: tu imagen es pequeña, y las de los demás no llegan.',
}
