// `device` is Microphone or Camera, as settings call it.

export const steps = {
  title: 'What to do',
  chromium: (device: string) =>
    `Press the icon to the left of the address, and switch ${device} on.`,
  firefox: (device: string) =>
    `Press the icon to the left of the address, and remove “Blocked” beside ${device}. Then reload the page.`,
  safari: (device: string) =>
    `In the menu Safari, open “Settings for This Website”, and set ${device} to Allow.`,
  android: (device: string) =>
    `Press the icon beside the address, then Permissions, and allow ${device}.`,
  iosSafari: (device: string) =>
    `Press the icon beside the address, then “Website Settings”, and set ${device} to Allow.`,
  otherBrowser: (device: string) => `In the browser's settings for this page, allow ${device}.`,
  windowsPrivacy: (device: string) =>
    `In Windows, open Settings, Privacy & security, ${device}, and let desktop apps use it.`,
  macosPrivacy: (device: string) =>
    `Open System Settings, Privacy & Security, ${device}, and switch your browser on. Then start the browser anew.`,
  androidPrivacy: (device: string) =>
    `In Android's settings, open Apps, your browser, Permissions, and allow ${device}.`,
  iosPrivacy: (device: string) =>
    `In the device's Settings, open Privacy & Security, ${device}, and switch your browser on.`,
  linuxPrivacy: (device: string) =>
    `In the system's settings, open Privacy, and switch ${device} on. A browser from Flatpak or Snap may need the permission too.`,
  otherPrivacy: (device: string) => `In the system's settings, allow ${device} to the browser.`,
  plug: (device: string) =>
    `${device}: unplug it and plug it in again, at another socket if need be.`,
  shutter: (device: string) =>
    `${device}: see whether a switch or a shutter at the device is closed.`,
  choose: (device: string) => `Choose another one under ${device}.`,
  closeOthers: (device: string) => `Close other calls, apps and tabs that use this: ${device}.`,
  linuxBusy: (device: string) =>
    `${device}: “fuser /dev/video*” and “pactl list clients” in a terminal name the programs that use it.`,
  restart: (device: string) => `Start the browser anew, then switch this on: ${device}.`,
}
