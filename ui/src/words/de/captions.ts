import type { Catalogue } from '../en'

export const captions: Catalogue['captions'] = {
  title: 'Untertitel',
  hint: 'Zeilen über dem unteren Rand des Gesprächs, die jemand für alle tippt, die nicht hören können.',
  sizes: {
    off: 'Aus',
    small: 'Klein',
    medium: 'Mittel',
    large: 'Groß',
  },
  type: 'Untertitel tippen',
  field: 'Untertitelzeile',
  placeholder: 'Tippen, was gesagt wird; Enter beginnt eine neue Zeile',
  stop: 'Keine Untertitel mehr tippen',
  off: 'Der Gastgeber hat den Chat ausgeschaltet, und damit auch die Untertitel.',
  line: (name, text) => `${name}: ${text}`,
}
