import type { Catalogue } from '../en'

export const captions: Catalogue['captions'] = {
  title: 'Subtítulos',
  hint: 'Líneas que alguien escribe durante la llamada para quien no puede oír, sobre el borde inferior.',
  sizes: {
    off: 'Ocultos',
    small: 'Pequeños',
    medium: 'Medianos',
    large: 'Grandes',
  },
  type: 'Escribir subtítulos',
  field: 'Subtítulo',
  placeholder: 'Escribe lo que se dice; Intro empieza otra línea',
  stop: 'Dejar de escribir subtítulos',
  off: 'El anfitrión ha desactivado el chat y, con él, los subtítulos.',
  line: (name, text) => `${name}: ${text}`,
}
