//! Arabic.

use super::Words;

pub(super) const WORDS: Words = Words {
    no_call: "لا توجد مكالمة",
    meeting: "اجتماع",
    connecting: "{title} – جارٍ الاتصال",
    green_room: "{title} – قبل الدخول",
    lobby: "{title} – في غرفة الانتظار",
    alone: "{title} – لا أحد غيرك بعد",
    people: "{title} – عدد الأشخاص: {people}",
    knocking: "{call}، بانتظار الدخول: {waiting}",
    reconnecting: "{title} – جارٍ إعادة الاتصال",
    mute: "كتم الميكروفون",
    unmute: "إلغاء كتم الميكروفون",
    leave: "مغادرة",
    visibility: "مرئي على الشبكة لـ",
    everyone: "الجميع",
    code_only: "من لديهم رمز",
    nobody: "لا أحد",
    show: "إظهار Hearth",
    quit: "إنهاء",
    hidden_title: "لا يزال Hearth يعمل",
    hidden_hosting: "يستضيف جهازك اجتماعًا، لذلك يستمر Hearth من دون نافذته. لرؤيتها مجددًا، اختر «إظهار Hearth» \
                     من علبة النظام أو شغّل Hearth.",
    hidden_in_call: "أنت في مكالمة، لذلك يستمر Hearth من دون نافذته. لرؤيتها مجددًا، اختر «إظهار Hearth» من علبة \
                     النظام أو شغّل Hearth.",
    bad_link_title: "لا يفتح هذا الرابط أي اجتماع",
    bad_link: "ليس رابط اجتماع في Hearth، أو ينقصه جزء. اطلب الرابط مجددًا.",
    no_browser: "لم يجد Hearth متصفحًا يفتح به هذا. انسخ الرابط وافتحه بنفسك في متصفح.",
    not_for_browser: "لا يفتح Hearth في المتصفح إلا صفحات الويب.",
    no_such_keys: "«{keys}» ليس اختصارًا. استخدم Ctrl أو Alt أو Shift أو Super مع مفتاح، أو استخدم مفتاح وظيفة.",
    keys_taken: "«{keys}» مستخدم في برنامج آخر. اختر مفاتيح أخرى.",
    no_keys_here: "لا يمنح سطح المكتب هذا أي تطبيق اختصارًا يعمل في كل مكان. من إعداداته يمكنك تخصيص مفاتيح لهذا \
                   الأمر: {command}",
    no_start_at_login: "تعذر تغيير التشغيل عند تسجيل الدخول: {why}",
    not_kept: "تعذر حفظ الإعدادات: {why}",
    not_visible: "تعذر تغيير من يمكنه رؤية Hearth على الشبكة.",
};
