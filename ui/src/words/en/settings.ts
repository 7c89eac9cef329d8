export const settings = {
  title: 'Settings',
  visibility: {
    title: 'Who can see this computer',
    everyone: {
      label: 'Everyone on this network',
      hint: 'Others see your open meetings, and can ring you.',
    },
    code: {
      label: 'Only who has a code',
      hint: 'Your meetings are found by their code. Nothing else is shown of you.',
    },
    nobody: {
      label: 'Nobody',
      hint: 'This computer announces nothing. Guests need the link of a meeting.',
    },
  },
  showName: 'Show my name',
  noName: 'You have not told your name yet; do so at home.',
  nameShown: (name: string) => `Others see “${name}” beside your meetings.`,
  servers: {
    title: 'Servers',
    text: 'Asked for a meeting that is not found on this network.',
    remove: (server: string) => `Remove ${server}`,
    add: 'Add a server',
    addNow: 'Add',
    placeholder: 'address:port',
    wrong: 'Type an address and a port, such as hearth.example.org:7466.',
  },
  hosts: {
    title: 'Known computers',
    text: 'Their identity is remembered: nobody can pose as one of them.',
    none: 'None yet. Whoever you meet on the network will be here.',
    forget: 'Forget',
    forgetOne: (name: string) => `Forget ${name}`,
    forgetting: (name: string) => `Forget ${name}?`,
    forgettingText:
      'The next time you meet, it is a stranger: you compare the symbols again, or need the code of its meeting.',
  },
}
