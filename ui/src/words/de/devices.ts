import type { Catalogue } from '../en'

export const devices: Catalogue['devices'] = {
  title: 'Geräte',
  microphone: 'Mikrofon',
  camera: 'Kamera',
  speaker: 'Lautsprecher',
  numbered: (device, number) => `${device} ${number}`,
  mute: 'Mikrofon stummschalten',
  unmute: 'Mikrofon einschalten',
  cameraOff: 'Kamera ausschalten',
  cameraOn: 'Kamera einschalten',
  forbidden: {
    microphone: 'Der Gastgeber hat die Mikrofone ausgeschaltet.',
    camera: 'Der Gastgeber hat die Kameras ausgeschaltet.',
  },
  level: 'Mikrofonpegel',
  noise: {
    title: 'Geräusche um Sie herum',
    kinds: {
      off: 'Geräusche lassen',
      browser: 'Geräusche mindern',
      strong: 'Geräusche stark mindern',
    },
    unable: 'Dieser Browser kann Geräusche nicht stark mindern; er tut es auf seine Weise.',
  },
  testSpeaker: 'Testton abspielen',
  voice: {
    test: 'Meine Stimme testen',
    hint: 'Nimmt fünf Sekunden auf und spielt sie Ihnen vor. Nichts verlässt diesen Computer.',
    muted: 'Schalten Sie das Mikrofon ein, um zu hören, wie Sie klingen.',
    recording: 'Sagen Sie etwas …',
    playing: 'So hören Sie die anderen.',
    failed: 'Das konnte hier nicht abgespielt werden.',
    stop: 'Anhalten',
  },
  arrival: {
    ask: (device) => `${device} verwenden?`,
    use: 'Verwenden',
    leave: 'Jetzt nicht',
  },
  replaced: (lost, now) => `${lost} ist weg. Stattdessen wird ${now} verwendet.`,
  unplugged: (lost) => `${lost} ist weg. Stattdessen wird ein anderes Gerät verwendet.`,
  talking: {
    title: 'Sprechen und Töne',
    pushToTalk: 'Zum Sprechen Taste halten',
    pushToTalkHint: 'Sie sind stumm, außer solange Sie eine Taste halten.',
    mutedHint: 'Hinweisen, wenn ich stummgeschaltet spreche',
    mutedHintHint: 'Das stumme Mikrofon hört nur diese Seite, und von ihm nur, wie laut es ist.',
    sounds: 'Töne im Gespräch',
    soundsHint:
      'Wenn jemand kommt, geht oder anklopft; bei Handzeichen und Nachrichten, während Sie anderswo hinsehen.',
  },
  seen: 'Was Ihre Kamera sieht',
  isOff: 'Ihre Kamera ist aus',
  insecure:
    'Sie können zusehen, zuhören und schreiben. Um zu sprechen und gesehen zu werden, öffnen Sie {}. Hier könnten andere im Netzwerk mithören.',
  secureAddress: 'die sichere Adresse',
  problems: {
    microphone: {
      denied:
        'Ihr Browser darf das Mikrofon nicht verwenden. Bitte über das Symbol neben der Adresse erlauben und dann einschalten.',
      blocked:
        'Das System lässt Ihren Browser das Mikrofon nicht verwenden. Bitte erlauben und dann einschalten.',
      dismissed:
        'Die Frage des Browsers nach dem Mikrofon blieb ohne Antwort. Bitte einschalten und erlauben.',
      unfit: 'Das gewählte Mikrofon kann nicht verwendet werden. Bitte ein anderes Gerät wählen.',
      missing: 'Es wurde kein Mikrofon gefunden. Bitte eines anschließen oder ohne kommen.',
      busy: 'Ein anderes Programm verwendet das Mikrofon. Bitte dieses schließen und dann einschalten.',
      insecure:
        'Browser geben das Mikrofon nur sicheren Seiten. Bitte diese Seite über ihre https://-Adresse öffnen.',
      failed: 'Das Mikrofon ist nicht gestartet. Zum erneuten Versuch einschalten.',
    },
    camera: {
      denied:
        'Ihr Browser darf die Kamera nicht verwenden. Bitte über das Symbol neben der Adresse erlauben und dann einschalten.',
      blocked:
        'Das System lässt Ihren Browser die Kamera nicht verwenden. Bitte erlauben und dann einschalten.',
      dismissed:
        'Die Frage des Browsers nach der Kamera blieb ohne Antwort. Bitte einschalten und erlauben.',
      unfit: 'Die gewählte Kamera kann nicht verwendet werden. Bitte ein anderes Gerät wählen.',
      missing: 'Es wurde keine Kamera gefunden. Bitte eine anschließen oder ohne kommen.',
      busy: 'Ein anderes Programm verwendet die Kamera. Bitte dieses schließen und dann einschalten.',
      insecure:
        'Browser geben die Kamera nur sicheren Seiten. Bitte diese Seite über ihre https://-Adresse öffnen.',
      failed: 'Die Kamera ist nicht gestartet. Zum erneuten Versuch einschalten.',
    },
  },
}
