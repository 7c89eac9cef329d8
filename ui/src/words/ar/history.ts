import type { Catalogue } from '../en'
import { count } from './counting'

export const history: Catalogue['history'] = {
  title: 'السجل',
  older: 'عرض الأقدم',
  empty: 'ستظهر هنا الاجتماعات التي شاركت فيها.',
  open: 'مفتوح',
  nobodyCame: 'لم يأتِ أحد',
  others: (number) => `${number} غيرهم`,
  nobody: 'لم يأتِ أحد.',
  since: (time) => `منذ ${time}`,
  nothingWritten: 'لم يُكتب شيء.',
  privatelyTo: (name) => `إلى ${name} على انفراد`,
  past: 'اجتماع سابق',
  goAgain: 'الذهاب إليه مجددًا',
  search: 'البحث في العناوين والأشخاص والدردشة والملاحظات',
  nothingFound: (words) => `لم يُعثر على شيء يطابق «${words}».`,
  list: 'قائمة',
  calendar: 'تقويم',
  monthBefore: 'الشهر السابق',
  monthAfter: 'الشهر التالي',
  thisMonth: 'هذا الشهر',
  dayOf: (day, meetings) => `${day}: ${meetings}`,
  none: 'لا اجتماعات',
  export: 'تصدير',
  exportAs: {
    json: 'كل شيء (JSON)',
    markdown: 'للقراءة (Markdown)',
    ics: 'للتقويم (ICS)',
  },
  keep: 'الاحتفاظ بهذا الاجتماع',
  kept: {
    asAll: 'مثل بقية الاجتماعات',
    forEver: 'إلى الأبد',
    days: (number) =>
      count(number, {
        zero: 'أقل من يوم',
        one: 'يوم واحد',
        two: 'يومان',
        few: '# أيام',
        many: '# يومًا',
        other: '# يوم',
      }),
  },
  delete: 'حذف',
  people: 'الأشخاص',
  chat: 'الدردشة',
  notes: 'الملاحظات',
  deletion: {
    title: 'هل تريد حذف هذا الاجتماع من سجلك؟',
    text: 'يختفي معه أشخاصه ودردشته وملاحظاته وملفاته. لا يمكن التراجع عن ذلك.',
  },
}
