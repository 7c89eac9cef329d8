import type { Catalogue } from '../en'

const isolated = () => [
  'في إعدادات جهاز التوجيه أو نقطة الوصول، أوقف ما يسمى عزل العملاء أو عزل نقطة الوصول أو العزل اللاسلكي (AP isolation).',
  'شبكات الضيوف تفصل بين أجهزتها عن قصد: اتصل بشبكة أخرى.',
]

const tunnelled = () => [
  'في إعدادات VPN، اسمح بالشبكة المحلية (الوصول إلى LAN، أو split tunnelling).',
  'أو اقطع اتصال VPN طوال مدة الاجتماع.',
]

const found: Catalogue['doctor']['found'] = {
  no_network: {
    text: () => 'هذا الكمبيوتر غير متصل بأي شبكة.',
    advice: () => ['صِل كابل شبكة أو اتصل بشبكة لاسلكية.'],
  },
  self_made_addresses: {
    text: (all) => `منح هذا الكمبيوتر نفسه عناوينه: ${all}.`,
    advice: () => [
      'قد تجد أجهزة الكمبيوتر الموصولة بالكابل نفسه أو المحوّل نفسه بعضها بعضًا رغم ذلك.',
      'إذا كان هناك جهاز توجيه، فتحقق من أنه مشغَّل ويوزع العناوين (DHCP).',
    ],
  },
  on_network: {
    text: (all) => `هذا الكمبيوتر على الشبكة بالعنوان ${all}.`,
  },
  hidden: {
    text: () => 'ضُبط Hearth كي لا يراه أحد، لذلك لا يُظهر نفسه ولا يبحث عن غيره.',
    advice: () => ['من الإعدادات، اختر من يمكنه رؤيته على الشبكة.'],
  },
  multicast_works: {
    text: () => 'ما يقوله Hearth لكل من على الشبكة (multicast) يخرج ويُسمع.',
  },
  multicast_held_back: {
    text: (interfaces) =>
      `ما يقوله Hearth لكل من على الشبكة (multicast) محجوز عند ${interfaces}، فلا يمكن العثور على الآخرين هناك.`,
    advice: () => ['اسمح بدخول منفذ UDP 5353 وخروجه، من العنوانين 224.0.0.251 وff02::fb وإليهما.'],
  },
  port_silent: {
    text: (port) => `لا شيء يستجيب على المنفذ ${port} في عناوين هذا الكمبيوتر.`,
    advice: () => ['شغّل Hearth، أو تحقق مما إذا كان يستمع على عنوان آخر.'],
  },
  port_blocked: {
    text: (port, others) => `لا يمكن الوصول إلى المنفذ ${port} في هذا الكمبيوتر من ${others}.`,
    advice: (port) => [`اسمح بدخول منفذ TCP رقم ${port}.`],
  },
  port_reached: {
    text: (port, others) => `يمكن الوصول إلى المنفذ ${port} في هذا الكمبيوتر من ${others}.`,
  },
  port_untried: {
    text: (port) => `يستجيب المنفذ ${port} في عناوين هذا الكمبيوتر. لم يُجرَّب وصول الآخرين إليه.`,
  },
  no_neighbours: {
    text: () => 'لا يُسمع أي Hearth آخر على هذه الشبكة.',
    advice: () => [
      'شغّل Hearth على كمبيوتر آخر في هذه الشبكة، ثم تحقق هنا مرة أخرى.',
      'كثيرًا ما تكون شبكة الضيوف، أو شبكة باسم مختلف، شبكة أخرى.',
    ],
  },
  neighbours_heard: {
    text: (names) => `يُسمع Hearth من ${names}.`,
  },
  devices_reached: {
    text: () => 'تصل أجهزة هذه الشبكة بعضها إلى بعض.',
  },
  devices_kept_apart: {
    text: (names) =>
      `تُسمع الأجهزة ${names} ولا يمكن الوصول إليها. إما أن الشبكة تفصل بين أجهزتها، أو أن جدار حماية هناك يحجز ما يصل.`,
    advice: isolated,
  },
  devices_heard: {
    text: () => 'تُسمع أجهزة أخرى على هذه الشبكة، فهي لا تفصل بينها.',
  },
  no_devices_heard: {
    text: () => 'لا يُسمع أي جهاز آخر على هذه الشبكة. ربما تفصل بين أجهزتها.',
    advice: isolated,
  },
  no_firewall: {
    text: () => 'لا يعمل هنا أي جدار حماية يعرفه Hearth.',
  },
  firewall_lets_through: {
    text: (names) => `يسمح ${names} بمرور Hearth.`,
  },
  firewall_at_work: {
    text: (names) => `يعمل هنا ${names}، وقد يحجز ما يأتي من الآخرين.`,
    advice: () => ['هذا يسمح بمرور Hearth:'],
  },
  vpn_in_between: {
    text: (interfaces) =>
      `الطريق إلى شبكة ${interfaces} يمر عبر شبكة أخرى، وهي على الأرجح شبكة VPN.`,
    advice: tunnelled,
  },
  vpn_around: {
    text: (tunnel) =>
      `كل ما يغادر هذه الشبكة يمر عبر ${tunnel}، وهي شبكة VPN. وبعضها يحجز الشبكة المحلية أيضًا.`,
    advice: tunnelled,
  },
  no_vpn: {
    text: () => 'لا توجد شبكة VPN بين هذا الكمبيوتر وشبكته.',
  },
}

export const doctor: Catalogue['doctor'] = {
  title: 'تشخيص الشبكة',
  text: 'يبحث عن سبب تعذر عثور الآخرين على هذا الكمبيوتر، ويبيّن ما يجب فعله.',
  again: 'إعادة الفحص',
  findings: 'النتائج',
  advice: 'ما العمل',
  command: 'الأمر',
  copyCommand: 'نسخ الأمر',
  looking: 'جارٍ فحص الشبكة؛ يستغرق ذلك بضع ثوانٍ…',
  bad: 'هناك ما يمنع الآخرين من العثور على هذا الكمبيوتر.',
  doubtful: 'يُفترض أن يعمل، لكن قد يكون هناك عائق.',
  good: 'كل شيء على ما يرام.',
  verdicts: { good: 'جيد', doubtful: 'غير مؤكد', bad: 'سيئ' },
  topics: {
    Addresses: 'العناوين',
    Discovery: 'الاكتشاف',
    Port: 'المنفذ',
    'Other installations': 'نسخ أخرى',
    'Client isolation': 'عزل الأجهزة',
    Firewall: 'جدار الحماية',
    VPN: 'شبكة VPN',
  },
  found,
}
