import type { Catalogue } from '../en'
import { count } from './counting'

export const rooms: Catalogue['rooms'] = {
  title: 'الغرف',
  openChat: 'فتح الدردشة',
  chatOf: (title) => `دردشة ${title}`,
  join: 'الذهاب إلى الاجتماع',
  joinOf: (title) => `الذهاب إلى الاجتماع: ${title}`,
  unread: (number) =>
    count(number, {
      zero: 'لا رسائل جديدة',
      one: 'رسالة جديدة واحدة',
      two: 'رسالتان جديدتان',
      few: '# رسائل جديدة',
      many: '# رسالة جديدة',
      other: '# رسالة جديدة',
    }),
  manyUnread: '100 رسالة جديدة أو أكثر',
  inside: (number) =>
    count(number, {
      zero: 'لا أحد في الداخل',
      one: 'شخص واحد في الداخل',
      two: 'شخصان في الداخل',
      few: '# أشخاص في الداخل',
      many: '# شخصًا في الداخل',
      other: '# شخص في الداخل',
    }),
  opening: 'جارٍ فتح الدردشة…',
  locked: 'الغرفة مقفلة. دردشتها لمن في الداخل فقط إلى أن يفتحها أحد.',
  stranger: 'الدردشة لمن سبق أن كان في هذه الغرفة. اذهب إلى الاجتماع أولًا.',
}
