import type { Catalogue } from '../en'

export const steps: Catalogue['steps'] = {
  title: 'Que faire',
  chromium: (device) => `Cliquez sur l’icône à gauche de l’adresse, et activez « ${device} ».`,
  firefox: (device) =>
    `Cliquez sur l’icône à gauche de l’adresse, et retirez « Bloqué » à côté de « ${device} ». Puis rechargez la page.`,
  safari: (device) =>
    `Dans le menu Safari, ouvrez « Réglages pour ce site web », et autorisez « ${device} ».`,
  android: (device) =>
    `Touchez l’icône à côté de l’adresse, puis « Autorisations », et autorisez « ${device} ».`,
  iosSafari: (device) =>
    `Touchez l’icône à côté de l’adresse, puis « Réglages du site web », et autorisez « ${device} ».`,
  otherBrowser: (device) =>
    `Dans les réglages du navigateur pour cette page, autorisez « ${device} ».`,
  windowsPrivacy: (device) =>
    `Dans Windows, ouvrez « Paramètres », « Confidentialité et sécurité », « ${device} », et autorisez l’accès aux applications de bureau.`,
  macosPrivacy: (device) =>
    `Ouvrez « Réglages Système », « Confidentialité et sécurité », « ${device} », et activez votre navigateur. Puis redémarrez le navigateur.`,
  androidPrivacy: (device) =>
    `Dans les paramètres d’Android, ouvrez « Applications », votre navigateur, « Autorisations », et autorisez « ${device} ».`,
  iosPrivacy: (device) =>
    `Dans les réglages de l’appareil, ouvrez « Confidentialité et sécurité », « ${device} », et activez votre navigateur.`,
  linuxPrivacy: (device) =>
    `Dans les paramètres du système, ouvrez « Confidentialité », et activez « ${device} ». Un navigateur installé par Flatpak ou Snap peut aussi avoir besoin de cette autorisation.`,
  otherPrivacy: (device) =>
    `Dans les paramètres du système, autorisez « ${device} » pour le navigateur.`,
  plug: (device) =>
    `${device} : débranchez l’appareil puis rebranchez-le, sur une autre prise au besoin.`,
  shutter: (device) =>
    `${device} : vérifiez si un interrupteur ou un cache de l’appareil est fermé.`,
  choose: (device) => `Sous « ${device} », choisissez un autre appareil.`,
  closeOthers: (device) =>
    `Fermez les autres appels, programmes et onglets qui l’utilisent : ${device}.`,
  linuxBusy: (device) =>
    `${device} : dans un terminal, « fuser /dev/video* » et « pactl list clients » nomment les programmes qui l’utilisent.`,
  restart: (device) => `Redémarrez le navigateur, puis activez : ${device}.`,
}
