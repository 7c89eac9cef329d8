export const common = {
  starting: 'Hearth is starting',
  pageTitle: (heading: string) => `${heading} · Hearth`,
  goHome: 'Go home',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied',
  copyLink: 'Copy link',
  chosen: 'chosen',
  yourName: 'Your name',
  someone: 'Someone',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  notFound: {
    title: 'There is no such page',
    text: "Perhaps a part of the address got lost. A meeting's address ends in a code such as abc-def-ghj.",
  },
}
