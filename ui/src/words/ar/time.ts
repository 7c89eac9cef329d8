import type { Catalogue } from '../en'
import { count } from './counting'

export const time: Catalogue['time'] = {
  brief: 'أقل من دقيقة',
  minutes: (number) => short(number, 'د'),
  hours: (number) => short(number, 'س'),
  seconds: (number) => short(number, 'ث'),
  hoursAndMinutes: (hours, minutes) => `${hours} ${minutes}`,
  at: (day, clock) => `${day}، ${clock}`,
  span: (from, until) => `${from} – ${until}`,
}

/** A sign of one letter has no plural. */
function short(number: number, unit: string): string {
  const text = `# ${unit}`
  return count(number, { zero: text, one: text, two: text, few: text, many: text, other: text })
}
