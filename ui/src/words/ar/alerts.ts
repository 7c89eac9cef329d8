import type { Catalogue } from '../en'

export const alerts: Catalogue['alerts'] = {
  ring: (name) => `مكالمة من ${name}`,
  ringText: { video: 'مكالمة فيديو واردة.', voice: 'مكالمة صوتية واردة.' },
  knock: (name) => `طلب انضمام من ${name}`,
  knockText: 'طلب للدخول إلى الاجتماع.',
  accept: 'قبول',
  decline: 'رفض',
  admit: 'إدخال',
  deny: 'عدم الإدخال',
}
