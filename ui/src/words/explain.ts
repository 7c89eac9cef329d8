import { say } from './speech.svelte'

/** What a server says with which it refuses something. */
export interface Refused {
  code: string
  /** The server's own sentence, in English. */
  message: string
}

/** Why something was refused: by its code, if that is known, or as the server says it. */
export function explain({ code, message }: Refused): string {
  const known: Partial<Record<string, string>> = say.refusals
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? message
}
