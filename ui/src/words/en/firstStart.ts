export const firstStart = {
  title: 'Welcome to Hearth',
  text: 'What is your name? Others see it when you meet.',
  missing: 'Type your name, as the others shall see it.',
  begin: 'Begin',
}
