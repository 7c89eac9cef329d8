// Text as one looks for it: without case and accents.

/** A text without case and accents. */
export function fold(text: string): string {
  return Array.from(text, foldOne).join('')
}

/** Cuts a text where it says what is looked for. */
export function cut(text: string, query: string): { text: string; hit: boolean }[] {
  const wanted = fold(query.trim())
  if (wanted === '') return [{ text, hit: false }]
  // Where in the text each folded character is from: some have none, some several.
  const from: number[] = []
  let folded = ''
  let at = 0
  for (const char of text) {
    const one = foldOne(char)
    folded += one
    for (let i = 0; i < one.length; i++) from.push(at)
    at += char.length
  }
  from.push(text.length)
  const pieces: { text: string; hit: boolean }[] = []
  let done = 0
  for (
    let hit = folded.indexOf(wanted);
    hit >= 0;
    hit = folded.indexOf(wanted, hit + wanted.length)
  ) {
    const [begin, end] = [from[hit] ?? 0, from[hit + wanted.length] ?? text.length]
    if (begin > done) pieces.push({ text: text.slice(done, begin), hit: false })
    if (end > done) pieces.push({ text: text.slice(Math.max(begin, done), end), hit: true })
    done = Math.max(done, end)
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false })
  return pieces
}

function foldOne(char: string): string {
  return char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
