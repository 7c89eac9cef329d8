export const callTest = {
  open: 'Test the call',
  title: 'Will it work?',
  text: 'Sends your sound and picture from this page to itself, the way a call does. Nobody hears or sees it.',
  running: 'Being tried; this takes a few seconds…',
  again: 'Test again',
  outcomes: {
    good: 'All is well.',
    doubtful: 'It works. See what is marked.',
    bad: 'Something is wrong. See what is marked.',
  },
  answers: (time: string) => `Hearth answers in ${time}.`,
  slow: (time: string) =>
    `Hearth takes ${time} to answer. The network or its computer is busy; go nearer to the access point, or use a cable.`,
  silent: 'Hearth does not answer. Check that its computer is on, and that you are on its network.',
  made: 'The browser makes connections for calls.',
  blocked:
    'The browser makes no connection for calls. An extension, a VPN or a company rule may forbid WebRTC: switch it off for this page, or use another browser.',
  sound: {
    arrives: (figures: string) => `Your sound arrives: ${figures}.`,
    lost: 'Your sound is not sent. Choose another microphone, or start the browser anew.',
    off: 'Your microphone is off. Switch it on to test it.',
  },
  picture: {
    arrives: (figures: string) => `Your picture arrives: ${figures}.`,
    lost: 'Your picture is not sent. Choose another camera, close other programs that use it, or start the browser anew.',
    off: 'Your camera is off. Switch it on to test it.',
  },
  local: (address: string) => `You are on your local network as ${address}.`,
  public: (address: string) =>
    `You use an address of the internet, ${address}. A VPN may be in between; others on your network reach you better without it.`,
  hidden: 'Your browser keeps your address to itself; calls work all the same.',
}
