export const ring = {
  wants: { video: 'Would like to see you.', voice: 'Would like to talk to you.' },
  leavesMeeting: (wants: string) => `${wants} If you accept, you leave the meeting you are in.`,
  decline: 'Decline',
  voice: 'Voice',
  video: 'Video',
  acceptVoice: 'Accept with voice',
  acceptVideo: 'Accept with video',
  again: 'Ring again',
  calling: 'Reaching them…',
  ringing: 'It rings there.',
  declined: (name: string) => `${name} declined.`,
  busy: (name: string) => `${name} is in another call. Try again later.`,
  noAnswer: (name: string) => `${name} did not answer, and will see that you rang.`,
  unreachable: (name: string) =>
    `${name} cannot be reached any more. Check that their computer is on and on your network.`,
  over: 'The call is over.',
}
