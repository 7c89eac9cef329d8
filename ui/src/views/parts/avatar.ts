// How a person without a picture is drawn: two letters on a colour that stays theirs.

const HUES = 8

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word = '') => (/[\p{L}\p{N}]/u.exec(word) ?? /./u.exec(word))?.[0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

/** One of the `--avatar-…` tokens. */
export function hue(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521
  return sum % HUES
}
