import type { Catalogue } from '../en'
import { count } from './counting'

export const quit: Catalogue['quit'] = {
  title: 'Aún hay personas en una reunión',
  text: (others) =>
    count(others, {
      one: '# persona está en una reunión alojada en este equipo. Termina cuando se cierra Hearth.',
      many: '# de personas están en reuniones alojadas en este equipo. Terminan cuando se cierra Hearth.',
      other:
        '# personas están en reuniones alojadas en este equipo. Terminan cuando se cierra Hearth.',
    }),
  stay: 'Quedarse',
  whenEmpty: 'Salir, y cerrar Hearth cuando terminen',
  successor: '¿Quién será el anfitrión cuando hayas salido?',
  makeHost: (name) => `Hacer anfitrión a ${name} y salir`,
  now: 'Cerrar ahora',
}
