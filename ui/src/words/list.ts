import { isolated } from './isolate'
import { speech } from './speech.svelte'

/** Names one after the other, such as "Ada, Ben, and Cleo". */
export function list(names: readonly string[]): string {
  const { locale, direction } = speech
  return new Intl.ListFormat(locale).format(names.map((name) => isolated(name, direction)))
}
