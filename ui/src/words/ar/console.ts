import type { Catalogue } from '../en'

export const console: Catalogue['console'] = {
  home: 'الرئيسية',
  states: {
    connecting: 'جارٍ توصيل المكالمة…',
    door: 'المكالمة جاهزة: ادخلها من حيث تُعقد.',
    waiting: 'أنت في غرفة الانتظار إلى أن يُدخلك المضيف.',
    in: 'المكالمة جارية في متصفحك.',
    reconnecting: 'فقدت المكالمة الاتصال. جارٍ إعادة الاتصال…',
  },
  duration: 'المدة',
  microphone: { on: 'كتم الميكروفون', off: 'إلغاء كتم الميكروفون' },
  camera: { on: 'إيقاف الكاميرا', off: 'تشغيل الكاميرا' },
  none: 'لا توجد مكالمة',
  noneText: 'ابدأ اجتماعًا أو انضم إلى اجتماع ليظهر هنا.',
  held: 'أنت في مكالمة.',
  heldIn: (title) => `أنت في مكالمة: ${title}`,
  toCall: 'عرض المكالمة',
  over: {
    left: 'انتهت المكالمة.',
    denied: 'لم يُسمح لك بالدخول.',
    removed: 'أزالك المضيف من الاجتماع.',
    ended: 'انتهى الاجتماع.',
  },
  comeBack: 'عودة',
}
