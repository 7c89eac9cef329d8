import type { Catalogue } from '../en'

export const quality: Catalogue['quality'] = {
  bars: {
    1: 'اتصال سيئ',
    2: 'اتصال ضعيف',
    3: 'اتصال متوسط',
    4: 'اتصال جيد',
  },
  yours: 'اتصالك',
  title: 'الإحصاءات',
  empty: 'تظهر الأرقام مع قدوم أول شخص آخر.',
  measuring: 'جارٍ القياس…',
  lastMinute: 'الدقيقة الأخيرة',
  received: 'المستلَم',
  sent: 'المرسَل',
  loss: 'المفقود في الطريق',
  roundTrip: 'الذهاب والإياب',
  jitter: 'التذبذب',
  media: {
    received: {
      microphone: 'الصوت الوارد',
      camera: 'الصورة الواردة',
      screen: 'الشاشة الواردة',
      screenSound: 'صوت الشاشة الواردة',
    },
    sent: {
      microphone: 'صوتك',
      camera: 'صورتك',
      screen: 'شاشتك',
      screenSound: 'صوت شاشتك',
    },
  },
  frames: (number) => `${number} إطار/ث`,
  size: (width, height) => `\u2066${width} × ${height}\u2069`,
  limits: {
    cpu: 'مصغَّر لأن هذا الكمبيوتر تحت ضغط',
    bandwidth: 'مصغَّر لأن الشبكة بطيئة',
    other: 'صغّره المتصفح',
  },
  ways: {
    local: 'من كمبيوتر إلى كمبيوتر، داخل شبكتك.',
    beyond: 'من كمبيوتر إلى كمبيوتر، عبر شبكات أخرى.',
    direct: 'من كمبيوتر إلى كمبيوتر.',
    relay: 'عبر وسيط (TURN)، لعدم وجود طريق مباشر.',
  },
  path: (protocol, local, remote) => `${protocol}، من ${local} إلى ${remote}`,
  copy: 'نسخ كنص',
}
