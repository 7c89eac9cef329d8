// What is put into a sentence may be written the other way round than the sentence. Unless it is
// set apart, a bracket, a comma or a number beside it jumps to the other side of it.

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

// First strong isolate, and pop directional isolate.
const [OPEN, CLOSE] = ['\u2068', '\u2069']

/** A word from elsewhere, for a sentence that is written this way. */
export function isolated(word: string, direction: 'ltr' | 'rtl'): string {
  const isAtHome = direction === 'ltr' && !RIGHT_TO_LEFT.test(word)
  // A link is copied, and would not open with a mark at its end.
  if (word === '' || isAtHome || /^https?:/u.test(word)) return word
  return `${OPEN}${word}${CLOSE}`
}

/** The same messages, which set apart what is put into them. */
export function isolating<Node>(node: Node, direction: 'ltr' | 'rtl'): Node {
  if (typeof node === 'function') {
    const message = node as unknown as (...words: unknown[]) => unknown
    const set = (word: unknown) => (typeof word === 'string' ? isolated(word, direction) : word)
    return ((...words: unknown[]) => message(...words.map(set))) as Node
  }
  if (typeof node !== 'object' || node === null) return node
  const parts = Object.entries(node as Record<string, unknown>).map(([key, part]) => [
    key,
    isolating(part, direction),
  ])
  return Object.fromEntries(parts) as Node
}
