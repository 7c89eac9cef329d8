import type { Catalogue } from '../en'

export const ring: Catalogue['ring'] = {
  wants: { video: 'مكالمة فيديو واردة.', voice: 'مكالمة صوتية واردة.' },
  leavesMeeting: (wants) => `${wants} إذا قبلتها فستغادر الاجتماع الذي أنت فيه.`,
  decline: 'رفض',
  voice: 'صوت',
  video: 'فيديو',
  acceptVoice: 'قبول بالصوت',
  acceptVideo: 'قبول بالفيديو',
  again: 'معاودة الاتصال',
  calling: 'جارٍ الاتصال…',
  ringing: 'الجرس يرن لديه.',
  ended: {
    declined: (name) => `رفض ${name} المكالمة.`,
    busy: (name) => `${name} في مكالمة أخرى. حاول لاحقًا.`,
    noAnswer: (name) => `لم يُجب ${name}، وسيظهر له أنك اتصلت.`,
    unreachable: (name) =>
      `لم يعد الوصول إلى ${name} ممكنًا. تحقق من أن الكمبيوتر هناك مشغَّل وعلى شبكتك.`,
  },
  over: 'انتهت المكالمة.',
}
