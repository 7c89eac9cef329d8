import type { Catalogue } from '../en'

export const settings: Catalogue['settings'] = {
  title: 'Ajustes',
  visibility: {
    title: 'Quién puede ver este equipo',
    everyone: {
      label: 'Todos en esta red',
      hint: 'Los demás ven tus reuniones abiertas y pueden llamarte.',
    },
    code: {
      label: 'Solo quien tiene un código',
      hint: 'Tus reuniones se encuentran por su código. No se muestra nada más de ti.',
    },
    nobody: {
      label: 'Nadie',
      hint: 'Este equipo no anuncia nada. Los invitados necesitan el enlace de una reunión.',
    },
  },
  showName: 'Mostrar mi nombre',
  noName: 'Aún no has dicho tu nombre; puedes hacerlo en el inicio.',
  nameShown: (name) => `Los demás ven «${name}» junto a tus reuniones.`,
  servers: {
    title: 'Servidores',
    text: 'Se les pregunta por una reunión que no se encuentra en esta red.',
    remove: (server) => `Quitar ${server}`,
    add: 'Añadir un servidor',
    addNow: 'Añadir',
    placeholder: 'dirección:puerto',
    wrong: 'Escribe una dirección y un puerto, como hearth.example.org:7466.',
  },
  hosts: {
    title: 'Equipos conocidos',
    text: 'Se recuerda su identidad: nadie puede hacerse pasar por uno de ellos.',
    none: 'Aún ninguno. Los que encuentres en la red aparecerán aquí.',
    forget: 'Olvidar',
    forgetOne: (name) => `Olvidar ${name}`,
    forgetting: (name) => `¿Olvidar ${name}?`,
    forgettingText:
      'La próxima vez será un desconocido: volverás a comparar los símbolos, o necesitarás el código de su reunión.',
  },
}
