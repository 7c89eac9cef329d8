import type { Catalogue } from '../en'

export const news: Catalogue['news'] = {
  joined: (name) => `انضم ${name}`,
  departed: {
    left: (name) => `غادر ${name}`,
    lost: (name) => `انقطع اتصال ${name}`,
    removed: (name) => `أُزيل ${name}`,
  },
  knocked: (name) => `يطلب ${name} الدخول`,
  raisedHand: (name) => `رفع ${name} يده`,
  youAre: {
    host: 'أنت المضيف الآن',
    coHost: 'أنت مضيف مشارك الآن',
    participant: 'أنت مشارك الآن',
  },
  isHost: (name) => `المضيف الآن هو ${name}`,
  locked: (name) => `قفل ${name} الاجتماع`,
  unlocked: (name) => `ألغى ${name} قفل الاجتماع`,
  on: {
    microphone: (name) => `سمح ${name} بالميكروفونات`,
    camera: (name) => `سمح ${name} بالكاميرات`,
    screen: (name) => `سمح ${name} بمشاركة الشاشة`,
    chat: (name) => `سمح ${name} بالدردشة`,
    files: (name) => `سمح ${name} بالملفات`,
    keepFiles: (name) => `سمح ${name} بالاحتفاظ بالملفات لمن يأتي لاحقًا`,
    notes: (name) => `سمح ${name} للجميع بالكتابة في الملاحظات`,
    lobby: (name) => `شغّل ${name} غرفة الانتظار`,
  },
  off: {
    microphone: (name) => `أوقف ${name} الميكروفونات`,
    camera: (name) => `أوقف ${name} الكاميرات`,
    screen: (name) => `أوقف ${name} مشاركة الشاشة`,
    chat: (name) => `أوقف ${name} الدردشة`,
    files: (name) => `أوقف ${name} الملفات`,
    keepFiles: (name) => `أوقف ${name} الاحتفاظ بالملفات`,
    notes: (name) => `قصر ${name} الكتابة في الملاحظات على المضيفين`,
    lobby: (name) => `أوقف ${name} غرفة الانتظار`,
  },
  taken: {
    microphone: (name) => `كتم ${name} ميكروفونك`,
    camera: (name) => `أوقف ${name} كاميرتك`,
    screen: (name) => `أوقف ${name} مشاركة شاشتك`,
  },
  rightsChanged: (name) => `غيّر ${name} ما يمكنك استخدامه`,
  askedToUnmute: (name) => `يطلب منك ${name} إلغاء كتم الميكروفون`,
  nameChanged: (old, name) => `أصبح اسم ${old} الآن ${name}`,
  inSpotlight: {
    you: 'يراك الجميع الآن بحجم كبير',
    other: (name) => `${name} الآن في الواجهة`,
  },
  fileOffered: (name, file) => `يشارك ${name} الملف ${file}`,
  stopping: 'يتوقف الخادم الآن. ستعود عندما يعود.',
  codeChanged: (code) =>
    `حاول أحد تخمين الرمز. أصبح الآن ${code}، ولم تعد الروابط المرسلة سابقًا تؤدي إلى شيء.`,
}
