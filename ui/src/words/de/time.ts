import type { Catalogue } from '../en'
import { count } from './counting'

export const time: Catalogue['time'] = {
  brief: 'unter einer Minute',
  minutes: (number) => count(number, { one: '# Min.', other: '# Min.' }),
  hours: (number) => count(number, { one: '# Std.', other: '# Std.' }),
  seconds: (number) => count(number, { one: '# s', other: '# s' }),
  hoursAndMinutes: (hours, minutes) => `${hours} ${minutes}`,
  at: (day, clock) => `${day}, ${clock}`,
  span: (from, until) => `${from} – ${until}`,
}
