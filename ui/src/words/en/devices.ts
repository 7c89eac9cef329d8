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
  noise: {
    title: 'Noise around you',
    kinds: {
      off: 'Leave noise in',
      browser: 'Reduce noise',
      strong: 'Reduce noise strongly',
    },
    unable: 'This browser cannot reduce noise strongly; it does so in its own way.',
  },
  testSpeaker: 'Play a test sound',
  voice: {
    test: 'Test my voice',
    hint: 'Records five seconds and plays them to you. Nothing leaves this computer.',
    muted: 'Switch the microphone on to hear how you sound.',
    recording: 'Say something…',
    playing: 'This is how the others hear you.',
    failed: 'That could not be played here.',
    stop: 'Stop',
  },
  arrival: {
    ask: (device: string) => `Use ${device}?`,
    use: 'Use it',
    leave: 'Not now',
  },
  replaced: (lost: string, now: string) => `${lost} is gone. ${now} is used instead.`,
  unplugged: (lost: string) => `${lost} is gone. Another one is used instead.`,
  talking: {
    title: 'Talking and sounds',
    pushToTalk: 'Push to talk',
    pushToTalkHint: 'You are muted but while you hold a key.',
    mutedHint: 'Tell me when I talk while muted',
    mutedHintHint: 'The muted microphone is heard by this page alone, and only how loud it is.',
    sounds: 'Sounds of the call',
    soundsHint:
      'When somebody comes, goes or knocks, and for hands and messages while you look elsewhere.',
  },
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
