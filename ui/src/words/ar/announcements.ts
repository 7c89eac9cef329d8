import type { Catalogue } from '../en'
import { count } from './counting'

export const announcements: Catalogue['announcements'] = {
  title: 'القراءة بصوت عالٍ أثناء المكالمة',
  text: 'ما يعلنه قارئ الشاشة من تلقاء نفسه فور حدوثه.',
  topics: {
    comings: 'الدخول والمغادرة',
    hands: 'الأيدي المرفوعة',
    chat: 'رسائل الدردشة والملفات',
    knocks: 'طلبات الدخول',
    captions: 'الترجمة النصية',
  },
  message: (name) => `رسالة جديدة من ${name}`,
  many: {
    joined: (number) =>
      count(number, {
        zero: 'لم ينضم أحد',
        one: 'انضم شخص واحد',
        two: 'انضم شخصان',
        few: 'انضم # أشخاص',
        many: 'انضم # شخصًا',
        other: 'انضم # شخص',
      }),
    left: (number) =>
      count(number, {
        zero: 'لم يغادر أحد',
        one: 'غادر شخص واحد',
        two: 'غادر شخصان',
        few: 'غادر # أشخاص',
        many: 'غادر # شخصًا',
        other: 'غادر # شخص',
      }),
    hand: (number) =>
      count(number, {
        zero: 'لا أيدٍ مرفوعة',
        one: 'رفع شخص واحد يده',
        two: 'رفع شخصان أيديهما',
        few: 'رفع # أشخاص أيديهم',
        many: 'رفع # شخصًا أيديهم',
        other: 'رفع # شخص أيديهم',
      }),
    offered: (number) =>
      count(number, {
        zero: 'لا ملفات جديدة',
        one: 'شورك ملف واحد',
        two: 'شورك ملفان',
        few: 'شوركت # ملفات',
        many: 'شورك # ملفًا',
        other: 'شورك # ملف',
      }),
    said: (number) =>
      count(number, {
        zero: 'لا رسائل جديدة',
        one: 'رسالة جديدة واحدة',
        two: 'رسالتان جديدتان',
        few: '# رسائل جديدة',
        many: '# رسالة جديدة',
        other: '# رسالة جديدة',
      }),
    knocked: (number) =>
      count(number, {
        zero: 'لا طلبات دخول',
        one: 'شخص واحد يطلب الدخول',
        two: 'شخصان يطلبان الدخول',
        few: '# أشخاص يطلبون الدخول',
        many: '# شخصًا يطلبون الدخول',
        other: '# شخص يطلبون الدخول',
      }),
  },
}
