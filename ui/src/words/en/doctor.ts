export const doctor = {
  title: 'Network doctor',
  text: 'Looks at why others may not find this computer, and says what to do.',
  again: 'Look again',
  findings: 'Findings',
  advice: 'What to do',
  command: 'Command',
  copyCommand: 'Copy command',
  looking: 'Looking at the network; this takes a few seconds…',
  bad: 'Something keeps others from finding this computer.',
  doubtful: 'It should work, but something may be in the way.',
  good: 'All is well.',
  verdicts: { good: 'Good', doubtful: 'Doubtful', bad: 'Bad' },
}
