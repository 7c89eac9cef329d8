import type { Catalogue } from '../en'

export const log: Catalogue['log'] = {
  title: 'ما فعله المضيفون',
  empty: 'لا شيء بعد. يظهر هنا ما يفعله المضيفون بالآخرين، ولا يراه إلا المضيفون.',
  admitted: (by, whom) => `أدخل ${by} ${whom}`,
  denied: (by, whom) => `رفض ${by} دخول ${whom}`,
  removed: (by, whom) => `أزال ${by} ${whom}`,
  letBack: (by, whom) => `سمح ${by} بعودة ${whom}`,
  muted: (by, whom) => `كتم ${by} ميكروفون ${whom}`,
  mutedAll: (by) => `كتم ${by} جميع الآخرين`,
  setRights: (by, whom) => `غيّر ${by} ما يمكن أن يستخدمه ${whom}`,
  askedToUnmute: (by, whom) => `طلب ${by} من ${whom} إلغاء الكتم`,
  renamed: (by, whom, name) => `غيّر ${by} اسم ${whom} إلى ${name}`,
  madeCoHost: (by, whom) => `جعل ${by} ${whom} مضيفًا مشاركًا`,
  madeParticipant: (by, whom) => `جعل ${by} ${whom} مشاركًا`,
  handedOver: (by, whom) => `جعل ${by} ${whom} مضيفًا`,
  tookOver: (by, whom) => `تولى ${by} دور المضيف بدلًا من ${whom}`,
  spotlit: (by, whom) => `عرض ${by} ${whom} بحجم كبير للجميع`,
  endedSpotlight: (by) => `أنهى ${by} العرض في الواجهة`,
  stoppedScreen: (by, whom) => `أوقف ${by} شاشة ${whom}`,
  loweredHand: (by, whom) => `خفض ${by} يد ${whom}`,
  deletedMessage: (by, whom) => `حذف ${by} رسالة من ${whom}`,
}
