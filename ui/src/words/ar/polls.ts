import type { Catalogue } from '../en'
import { count } from './counting'

export const polls: Catalogue['polls'] = {
  title: 'الاستطلاعات',
  waiting: (number) => (number === 0 ? 'الاستطلاعات' : `الاستطلاعات (${number})`),
  empty: 'لم يُطرح أي سؤال بعد. تبقى الاستطلاعات في سجل الاجتماع.',
  asks: (name, question) => `يسأل ${name}: ${question}`,
  vote: 'تصويت',
  later: 'لاحقًا',
  ask: 'طرح سؤال',
  question: 'السؤال',
  choice: (number) => `الخيار ${number}`,
  addChoice: 'إضافة خيار',
  several: 'إتاحة اختيار أكثر من خيار',
  secret: 'تصويت سري',
  secretHint: 'لا يُخبَر أحد بمن اختار ماذا.',
  send: 'طرحه على الجميع',
  by: (name) => `طرحه ${name}`,
  votes: (number) =>
    count(number, {
      zero: 'لم يصوّت أحد',
      one: 'صوّت شخص واحد',
      two: 'صوّت شخصان',
      few: 'صوّت # أشخاص',
      many: 'صوّت # شخصًا',
      other: 'صوّت # شخص',
    }),
  closed: 'انتهى التصويت',
  takeBack: 'سحب تصويتي',
  close: 'إنهاء التصويت',
  delete: 'حذف',
  deletion: {
    title: 'هل تريد حذف هذا الاستطلاع؟',
    text: 'يختفي السؤال وكل ما صُوِّت به لدى الجميع، ومن السجل أيضًا.',
  },
}
