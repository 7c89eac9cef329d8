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
