import type { Catalogue } from '../en'

export const steps: Catalogue['steps'] = {
  title: 'Was zu tun ist',
  chromium: (device) =>
    `Auf das Symbol links neben der Adresse drücken und „${device}“ einschalten.`,
  firefox: (device) =>
    `Auf das Symbol links neben der Adresse drücken und „Blockiert“ bei „${device}“ entfernen. Dann die Seite neu laden.`,
  safari: (device) =>
    `Im Menü „Safari“ die „Einstellungen für diese Website“ öffnen und „${device}“ erlauben.`,
  android: (device) =>
    `Auf das Symbol neben der Adresse drücken, dann auf „Berechtigungen“, und „${device}“ erlauben.`,
  iosSafari: (device) =>
    `Auf das Symbol neben der Adresse drücken, dann auf „Website-Einstellungen“, und „${device}“ erlauben.`,
  otherBrowser: (device) =>
    `In den Einstellungen des Browsers für diese Seite „${device}“ erlauben.`,
  windowsPrivacy: (device) =>
    `In Windows „Einstellungen“, „Datenschutz und Sicherheit“, „${device}“ öffnen und Desktop-Apps den Zugriff erlauben.`,
  macosPrivacy: (device) =>
    `„Systemeinstellungen“, „Datenschutz & Sicherheit“, „${device}“ öffnen und den Browser einschalten. Dann den Browser neu starten.`,
  androidPrivacy: (device) =>
    `In den Einstellungen von Android „Apps“, den Browser, „Berechtigungen“ öffnen und „${device}“ erlauben.`,
  iosPrivacy: (device) =>
    `In den Einstellungen des Geräts „Datenschutz & Sicherheit“, „${device}“ öffnen und den Browser einschalten.`,
  linuxPrivacy: (device) =>
    `In den Einstellungen des Systems unter „Privatsphäre“ „${device}“ einschalten. Ein Browser aus Flatpak oder Snap braucht womöglich auch dort die Erlaubnis.`,
  otherPrivacy: (device) => `In den Einstellungen des Systems dem Browser „${device}“ erlauben.`,
  plug: (device) =>
    `${device}: herausziehen und wieder einstecken, wenn nötig an einer anderen Buchse.`,
  shutter: (device) =>
    `${device}: nachsehen, ob ein Schalter oder eine Klappe am Gerät geschlossen ist.`,
  choose: (device) => `Unter „${device}“ ein anderes Gerät wählen.`,
  closeOthers: (device) =>
    `Andere Gespräche, Programme und Tabs schließen, die dies verwenden: ${device}.`,
  linuxBusy: (device) =>
    `${device}: Welche Programme es verwenden, sagen „fuser /dev/video*“ und „pactl list clients“ in einem Terminal.`,
  restart: (device) => `Den Browser neu starten und dann einschalten: ${device}.`,
}
