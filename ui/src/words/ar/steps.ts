import type { Catalogue } from '../en'

export const steps: Catalogue['steps'] = {
  title: 'ما العمل',
  chromium: (device) => `اضغط الأيقونة بجانب العنوان، وشغّل «${device}».`,
  firefox: (device) =>
    `اضغط الأيقونة بجانب العنوان، وأزل «محظور» بجانب «${device}». ثم أعد تحميل الصفحة.`,
  safari: (device) => `في قائمة Safari، افتح «إعدادات موقع الويب هذا»، واسمح بـ «${device}».`,
  android: (device) => `اضغط الأيقونة بجانب العنوان، ثم «الأذونات»، واسمح بـ «${device}».`,
  iosSafari: (device) =>
    `اضغط الأيقونة بجانب العنوان، ثم «إعدادات موقع الويب»، واسمح بـ «${device}».`,
  otherBrowser: (device) => `في إعدادات المتصفح لهذه الصفحة، اسمح بـ «${device}».`,
  windowsPrivacy: (device) =>
    `في Windows، افتح «الإعدادات»، ثم «الخصوصية والأمان»، ثم «${device}»، واسمح لتطبيقات سطح المكتب بالوصول.`,
  macosPrivacy: (device) =>
    `افتح «إعدادات النظام»، ثم «الخصوصية والأمن»، ثم «${device}»، وشغّل متصفحك. ثم أعد تشغيل المتصفح.`,
  androidPrivacy: (device) =>
    `في إعدادات Android، افتح «التطبيقات»، ثم متصفحك، ثم «الأذونات»، واسمح بـ «${device}».`,
  iosPrivacy: (device) => `في إعدادات الجهاز، افتح «الخصوصية والأمن»، ثم «${device}»، وشغّل متصفحك.`,
  linuxPrivacy: (device) =>
    `في إعدادات النظام، افتح «الخصوصية» وشغّل «${device}». وقد يحتاج المتصفح المثبت من Flatpak أو Snap إلى هذا الإذن أيضًا.`,
  otherPrivacy: (device) => `في إعدادات النظام، اسمح للمتصفح بـ «${device}».`,
  plug: (device) => `${device}: افصل الجهاز ثم صِله مجددًا، بمنفذ آخر إن لزم.`,
  shutter: (device) => `${device}: انظر هل في الجهاز مفتاح أو غطاء مغلق.`,
  choose: (device) => `اختر جهازًا آخر ضمن «${device}».`,
  closeOthers: (device) =>
    `أغلق المكالمات والتطبيقات وعلامات التبويب الأخرى التي تستخدمه: ${device}.`,
  linuxBusy: (device) =>
    `${device}: في الطرفية، يذكر «fuser /dev/video*» و«pactl list clients» البرامج التي تستخدمه.`,
  restart: (device) => `أعد تشغيل المتصفح، ثم شغّل: ${device}.`,
}
