/** What the network doctor found, said with the facts that the server names. */
export interface Finding {
  text: (...facts: string[]) => string
  advice?: (...facts: string[]) => string[]
}
