import type { Catalogue } from '../en'

export const notes: Catalogue['notes'] = {
  title: 'الملاحظات',
  changed: 'غيّر آخرون الملاحظات',
  off: 'لا يسمح المضيف بالكتابة هنا إلا للمضيفين. يمكنك القراءة.',
  opening: 'جارٍ فتح الملاحظات…',
  placeholder: 'جدول الأعمال، القرارات، من يفعل ماذا…',
  field: 'الملاحظات المشتركة',
  hint: 'يرى كل من هنا ما تكتبه، ويبقى في سجل الموجودين في الاجتماع.',
  write: 'كتابة',
  preview: 'معاينة',
  views: 'كيفية عرض الملاحظات',
  empty: 'لم يُكتب شيء هنا بعد.',
  copy: 'نسخ الملاحظات',
  save: 'حفظ بصيغة Markdown',
  writing: (name) => `${name} يكتب الآن…`,
}
