export const news = {
  joined: (name: string) => `${name} joined`,
  departed: {
    left: (name: string) => `${name} left`,
    lost: (name: string) => `${name} lost the connection`,
    removed: (name: string) => `${name} was removed`,
  },
  knocked: (name: string) => `${name} would like to come in`,
  raisedHand: (name: string) => `${name} raised a hand`,
  youAre: {
    host: 'You are the host now',
    coHost: 'You are a co-host now',
    participant: 'You are a participant now',
  },
  isHost: (name: string) => `${name} is the host now`,
  locked: (name: string) => `${name} locked the meeting`,
  unlocked: (name: string) => `${name} unlocked the meeting`,
  on: {
    microphone: (name: string) => `${name} switched microphones on`,
    camera: (name: string) => `${name} switched cameras on`,
    screen: (name: string) => `${name} switched screen sharing on`,
    chat: (name: string) => `${name} switched the chat on`,
    notes: (name: string) => `${name} lets everyone write in the notes`,
    lobby: (name: string) => `${name} switched the lobby on`,
  },
  off: {
    microphone: (name: string) => `${name} switched microphones off`,
    camera: (name: string) => `${name} switched cameras off`,
    screen: (name: string) => `${name} switched screen sharing off`,
    chat: (name: string) => `${name} switched the chat off`,
    notes: (name: string) => `${name} lets only hosts write in the notes`,
    lobby: (name: string) => `${name} switched the lobby off`,
  },
  taken: {
    microphone: (name: string) => `${name} muted you`,
    camera: (name: string) => `${name} turned your camera off`,
    screen: (name: string) => `${name} stopped your screen sharing`,
  },
  rightsChanged: (name: string) => `${name} changed what you may use`,
  askedToUnmute: (name: string) => `${name} asks you to unmute`,
  nameChanged: (old: string, name: string) => `${old} is called ${name} now`,
  inSpotlight: {
    you: 'Everyone sees you large now',
    other: (name: string) => `${name} is in the spotlight`,
  },
  stopping: 'The server is stopping. You will be back when it is.',
  codeChanged: (code: string) =>
    `Somebody guessed at the code. It is ${code} now; links sent before lead nowhere.`,
}
