import type { Catalogue } from '../en'

export const firstStart: Catalogue['firstStart'] = {
  title: 'أهلًا بك في Hearth',
  text: 'ما اسمك؟ يراه الآخرون عندما تجتمعون.',
  missing: 'اكتب اسمك كما تريد أن يراه الآخرون.',
  begin: 'البدء',
}
