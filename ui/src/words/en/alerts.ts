export const alerts = {
  ring: (name: string) => `${name} rings`,
  ringText: { video: 'Would like to see you.', voice: 'Would like to talk to you.' },
  knock: (name: string) => `${name} knocks`,
  knockText: 'Would like to come into the meeting.',
  accept: 'Accept',
  decline: 'Decline',
  admit: 'Admit',
  deny: 'Deny',
}
