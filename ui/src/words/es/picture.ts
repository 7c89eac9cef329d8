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
  hint: 'Hearth te encuentra en la imagen, en este equipo, y oculta lo que te rodea. Puede equivocarse por un momento: guarda lo que nadie deba ver.',
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
