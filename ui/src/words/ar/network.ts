import type { Catalogue } from '../en'

export const network: Catalogue['network'] = {
  someoneNearby: 'شخص بالقرب منك',
  thisComputer: 'هذا الكمبيوتر',
  unnamed: 'كمبيوتر بلا اسم',
  check: 'فحص الشبكة',
  trust: {
    proved: 'مثبت برمز اجتماع',
    notCompared: 'لم تُقارَن الأشكال بعد',
    compared: 'قُورنت الأشكال',
    changed: 'تغيرت هويته',
  },
  places: {
    here: 'هنا',
    network: 'على الشبكة',
    remembered: 'كمبيوتر معروف',
    configured: 'خادم من إعداداتك',
  },
  otherEnd: 'من في الطرف الآخر',
  symbols: 'الأشكال',
  compare: 'مقارنة',
  compareWith: (name) => `مقارنة مع ${name}`,
  howToCompare:
    'اسأل الطرف الآخر، صوتًا أو وجهًا لوجه، عن الأشكال التي تظهر على شاشته. إذا تدخل أحد بينكما فستكون مختلفة.',
  differ: 'مختلفة',
  match: 'متطابقة',
  afterComparing:
    'إذا تطابقت فلن تحتاج إلى المقارنة مرة أخرى. وإذا اختلفت فسينسى هذا الكمبيوتر الآخر ولن يرسل إليه شيئًا بعد ذلك.',
}
