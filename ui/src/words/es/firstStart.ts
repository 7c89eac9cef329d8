import type { Catalogue } from '../en'

export const firstStart: Catalogue['firstStart'] = {
  title: 'Te damos la bienvenida a Hearth',
  text: '¿Cómo te llamas? Los demás ven tu nombre cuando te reúnes.',
  missing: 'Escribe tu nombre, tal como deben verlo los demás.',
  begin: 'Empezar',
}
