import type { Catalogue } from '../en'
import { count } from './counting'

export const time: Catalogue['time'] = {
  brief: 'moins d’une minute',
  minutes: (number) => count(number, { one: '# min', many: '# min', other: '# min' }),
  hours: (number) => count(number, { one: '# h', many: '# h', other: '# h' }),
  seconds: (number) => count(number, { one: '# s', many: '# s', other: '# s' }),
  hoursAndMinutes: (hours, minutes) => `${hours} ${minutes}`,
  at: (day, clock) => `${day}, ${clock}`,
  span: (from, until) => `${from} – ${until}`,
}
