import type { Catalogue } from '../en'

export const common: Catalogue['common'] = {
  starting: 'جارٍ تشغيل Hearth',
  pageTitle: (heading) => `${heading} · Hearth`,
  goHome: 'الصفحة الرئيسية',
  tryAgain: 'إعادة المحاولة',
  cancel: 'إلغاء',
  close: 'إغلاق',
  copied: 'تم النسخ',
  copyLink: 'نسخ الرابط',
  chosen: 'محدد',
  yourName: 'اسمك',
  someone: 'شخص ما',
  language: 'اللغة',
  theme: 'المظهر',
  themes: { system: 'مثل النظام', light: 'فاتح', dark: 'داكن' },
  notFound: {
    title: 'هذه الصفحة غير موجودة',
    text: 'ربما ضاع جزء من العنوان. ينتهي عنوان الاجتماع برمز مثل abc-def-ghj.',
  },
}
