export const devices = {
  title: 'Devices',
  microphone: 'Microphone',
  camera: 'Camera',
  speaker: 'Speaker',
  numbered: (device: string, number: number) => `${device} ${number}`,
  mute: 'Mute microphone',
  unmute: 'Unmute microphone',
  cameraOff: 'Turn camera off',
  cameraOn: 'Turn camera on',
  forbidden: {
    microphone: 'The host has switched microphones off.',
    camera: 'The host has switched cameras off.',
  },
  level: 'Microphone level',
  seen: 'What your camera sees',
  isOff: 'Your camera is off',
  insecure:
    'You can watch, listen and write. To speak and to be seen, open {}. Others on this network could listen in here.',
  secureAddress: 'the secure address',
  problems: {
    microphone: {
      denied:
        'Your browser may not use the microphone. Allow it by the icon beside the address, then switch it on.',
      missing: 'No microphone was found. Plug one in, or come without.',
      busy: 'Another program uses the microphone. Close that program, then switch it on.',
      insecure:
        'Browsers lend the microphone to secure pages only. Open this page by its https:// address.',
      failed: 'The microphone did not start. Switch it on to try again.',
    },
    camera: {
      denied:
        'Your browser may not use the camera. Allow it by the icon beside the address, then switch it on.',
      missing: 'No camera was found. Plug one in, or come without.',
      busy: 'Another program uses the camera. Close that program, then switch it on.',
      insecure:
        'Browsers lend the camera to secure pages only. Open this page by its https:// address.',
      failed: 'The camera did not start. Switch it on to try again.',
    },
  },
}
