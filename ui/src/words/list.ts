import { speech } from './speech.svelte'

/** Names one after the other, such as "Ada, Ben, and Cleo". */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat(speech.locale).format(names)
}
