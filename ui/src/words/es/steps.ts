import type { Catalogue } from '../en'

export const steps: Catalogue['steps'] = {
  title: 'Qué hacer',
  chromium: (device) => `Pulsa el icono a la izquierda de la dirección y activa «${device}».`,
  firefox: (device) =>
    `Pulsa el icono a la izquierda de la dirección y quita «Bloqueado» junto a «${device}». Después recarga la página.`,
  safari: (device) =>
    `En el menú Safari, abre «Ajustes para este sitio web» y permite «${device}».`,
  android: (device) =>
    `Toca el icono junto a la dirección, después «Permisos», y permite «${device}».`,
  iosSafari: (device) =>
    `Toca el icono junto a la dirección, después «Ajustes del sitio web», y permite «${device}».`,
  otherBrowser: (device) =>
    `En la configuración del navegador para esta página, permite «${device}».`,
  windowsPrivacy: (device) =>
    `En Windows, abre «Configuración», «Privacidad y seguridad», «${device}», y permite el acceso a las aplicaciones de escritorio.`,
  macosPrivacy: (device) =>
    `Abre «Ajustes del Sistema», «Privacidad y seguridad», «${device}», y activa tu navegador. Después reinicia el navegador.`,
  androidPrivacy: (device) =>
    `En los ajustes de Android, abre «Aplicaciones», tu navegador, «Permisos», y permite «${device}».`,
  iosPrivacy: (device) =>
    `En los ajustes del dispositivo, abre «Privacidad y seguridad», «${device}», y activa tu navegador.`,
  linuxPrivacy: (device) =>
    `En la configuración del sistema, abre «Privacidad» y activa «${device}». Un navegador de Flatpak o Snap también puede necesitar ese permiso.`,
  otherPrivacy: (device) => `En la configuración del sistema, permite «${device}» al navegador.`,
  plug: (device) => `${device}: desconéctalo y vuelve a conectarlo, en otro puerto si hace falta.`,
  shutter: (device) =>
    `${device}: mira si hay un interruptor o una tapa cerrados en el dispositivo.`,
  choose: (device) => `Elige otro en «${device}».`,
  closeOthers: (device) => `Cierra otras llamadas, aplicaciones y pestañas que lo usen: ${device}.`,
  linuxBusy: (device) =>
    `${device}: en un terminal, «fuser /dev/video*» y «pactl list clients» dicen qué programas lo usan.`,
  restart: (device) => `Reinicia el navegador y después activa: ${device}.`,
}
