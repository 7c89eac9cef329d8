import type { Catalogue } from '../en'
import { count } from './counting'

export const plans: Catalogue['plans'] = {
  title: 'الاجتماعات المقررة',
  plan: 'جدولة اجتماع',
  change: 'تغيير الموعد',
  room: 'غرفتي',
  roomHint: 'اجتماع خاص بك يبقى رمزه كما هو.',
  what: 'الموضوع',
  date: 'اليوم',
  time: 'الوقت',
  length: 'المدة',
  minutes: (number) =>
    count(number, {
      zero: 'أقل من دقيقة',
      one: 'دقيقة واحدة',
      two: 'دقيقتان',
      few: '# دقائق',
      many: '# دقيقة',
      other: '# دقيقة',
    }),
  hours: (number) =>
    count(number, {
      zero: 'أقل من ساعة',
      one: 'ساعة واحدة',
      two: 'ساعتان',
      few: '# ساعات',
      many: '# ساعة',
      other: '# ساعة',
    }),
  lasting: 'الاحتفاظ بالرمز إلى الأبد',
  lastingHint: 'للاجتماعات المتكررة. وإلا انتهت صلاحيته بعد أسبوع من آخر استخدام.',
  noTime: 'حدد اليوم والوقت.',
  past: 'مضى هذا الوقت.',
  save: 'جدولة',
  saveChange: 'حفظ',
  ready: 'تمت جدولة الاجتماع.',
  invitation: 'حفظ الدعوة',
  invite: 'أرسل هذا إلى من تريد حضورهم، أو احفظه لتقويمهم.',
  now: 'الآن',
  actionsFor: (title) => `خيارات ${title}`,
  cancel: 'إلغاء الاجتماع',
  cancelTitle: 'هل تريد إلغاء هذا الاجتماع؟',
  cancelText: 'لن يسمح رمزه لأحد بالدخول بعد ذلك. أخبر من دعوتهم.',
  untitled: 'اجتماع',
  door: (when) => `الموعد: ${when}`,
  description: (link, code) => `افتح ${link} على شبكة الاجتماع، أو اكتب الرمز ${code} في Hearth.`,
}
