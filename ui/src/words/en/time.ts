import { count } from './counting'

export const time = {
  brief: 'under a minute',
  minutes: (number: number) => count(number, { one: '# min', other: '# min' }),
  hours: (number: number) => count(number, { one: '# h', other: '# h' }),
  seconds: (number: number) => count(number, { one: '# s', other: '# s' }),
  hoursAndMinutes: (hours: string, minutes: string) => `${hours} ${minutes}`,
  at: (day: string, clock: string) => `${day}, ${clock}`,
  span: (from: string, until: string) => `${from} – ${until}`,
}
