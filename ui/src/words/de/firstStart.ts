import type { Catalogue } from '../en'

export const firstStart: Catalogue['firstStart'] = {
  title: 'Willkommen bei Hearth',
  text: 'Wie heißen Sie? Andere sehen den Namen, wenn Sie sich treffen.',
  missing: 'Bitte den Namen eingeben, den die anderen sehen sollen.',
  begin: 'Los geht’s',
}
