import type { Catalogue } from '../en'

export const notes: Catalogue['notes'] = {
  title: 'Notas',
  changed: 'Otras personas han cambiado las notas',
  off: 'El anfitrión solo deja escribir aquí a los anfitriones. Tú puedes leer.',
  opening: 'Abriendo las notas…',
  placeholder: 'Orden del día, decisiones, quién hace qué…',
  field: 'Notas compartidas',
  hint: 'Todos aquí ven lo que escribes. Se queda en el historial de quienes están en la reunión.',
  write: 'Escribir',
  preview: 'Vista previa',
  views: 'Cómo se muestran las notas',
  empty: 'Aquí aún no se ha escrito nada.',
  copy: 'Copiar las notas',
  save: 'Guardar como Markdown',
  writing: (name) => `${name} está escribiendo…`,
}
