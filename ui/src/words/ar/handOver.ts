import type { Catalogue } from '../en'

export const handOver: Catalogue['handOver'] = {
  opening: 'جارٍ فتح متصفحك…',
  openingText: 'تبقى هذه النافذة معك: يمكنك منها أيضًا كتم الصوت والدردشة وإنهاء المكالمة.',
  stuck: 'لم يدخل متصفحك المكالمة',
  stuckText:
    'ربما لا يزال قيد التشغيل، أو أنه لا يدعم المكالمات. افتحه مرة أخرى، أو انسخ الرابط إلى متصفح مثل Firefox أو Chromium.',
  failed: 'لم يُفتح أي متصفح',
  failedText: 'انسخ الرابط إلى متصفح مثل Firefox أو Chromium.',
  again: 'فتح مرة أخرى',
  link: 'رابط لمتصفحك',
  cannot: 'لا يدعم هذا المتصفح المكالمات',
  cannotText: 'بُني من دون WebRTC. افتح الرابط في متصفح آخر مثل Firefox أو Chromium.',
  cannotLink: 'رابط الاجتماع',
}
