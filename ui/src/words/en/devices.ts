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
      blocked:
        'The system does not let your browser use the microphone. Allow it, then switch it on.',
      dismissed:
        'The browser asked for the microphone and got no answer. Switch it on, and answer with Allow.',
      unfit: 'The microphone that was chosen cannot be used. Choose another one.',
      missing: 'No microphone was found. Plug one in, or come without.',
      busy: 'Another program uses the microphone. Close that program, then switch it on.',
      insecure:
        'Browsers lend the microphone to secure pages only. Open this page by its https:// address.',
      failed: 'The microphone did not start. Switch it on to try again.',
    },
    camera: {
      denied:
        'Your browser may not use the camera. Allow it by the icon beside the address, then switch it on.',
      blocked: 'The system does not let your browser use the camera. Allow it, then switch it on.',
      dismissed:
        'The browser asked for the camera and got no answer. Switch it on, and answer with Allow.',
      unfit: 'The camera that was chosen cannot be used. Choose another one.',
      missing: 'No camera was found. Plug one in, or come without.',
      busy: 'Another program uses the camera. Close that program, then switch it on.',
      insecure:
        'Browsers lend the camera to secure pages only. Open this page by its https:// address.',
      failed: 'The camera did not start. Switch it on to try again.',
    },
  },
}
