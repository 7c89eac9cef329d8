import type { Catalogue } from '../en'

export const captions: Catalogue['captions'] = {
  title: 'الترجمة النصية',
  hint: 'أسطر يكتبها أحد المشاركين أثناء المكالمة لمن لا يستطيع السمع، فوق الحافة السفلية.',
  sizes: {
    off: 'مخفية',
    small: 'صغيرة',
    medium: 'متوسطة',
    large: 'كبيرة',
  },
  type: 'كتابة الترجمة النصية',
  field: 'سطر الترجمة',
  placeholder: 'اكتب ما يُقال؛ مفتاح Enter يبدأ سطرًا جديدًا',
  stop: 'إيقاف كتابة الترجمة النصية',
  off: 'أوقف المضيف الدردشة، ومعها الترجمة النصية.',
  line: (name, text) => `${name}: ${text}`,
}
