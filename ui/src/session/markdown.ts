// The little Markdown that people write in a chat, as a tree. No HTML, no pictures. Every character
// is looked at a bounded number of times, whatever is written.

export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; items: Inline[][] }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: Emphasis; inlines: Inline[] }

export type Emphasis = 'strong' | 'emphasis' | 'strike'

// Quotes in quotes in quotes; deeper ones are text.
const DEEPEST = 3

const FENCE = /^\s{0,3}```[\w+#.-]*\s*$/u
const QUOTE = /^>\s?/u
const BULLET = /^\s{0,3}[-*•]\s+(?=\S)/u

/** What a message says. */
export function markdown(text: string): Block[] {
  return blocks(text.split('\n'), 0)
}

/** The same without its marks, as one reads it. */
export function plain(tree: readonly Block[]): string {
  return tree.map(plainBlock).join('\n')
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return plainInlines(block.inlines)
    case 'code':
      return block.text
    case 'quote':
      return plain(block.blocks)
    case 'list':
      return block.items.map(plainInlines).join('\n')
    default:
      return block satisfies never
  }
}

function plainInlines(inlines: readonly Inline[]): string {
  return inlines.map((it) => ('inlines' in it ? plainInlines(it.inlines) : it.text)).join('')
}

function blocks(lines: readonly string[], depth: number): Block[] {
  const found: Block[] = []
  const mayQuote = depth < DEEPEST
  let at = 0
  /** Takes the lines from here on that are of a kind. */
  const take = (belongs: (line: string) => boolean): string[] => {
    const from = at
    while (at < lines.length && belongs(lines[at] ?? '')) at++
    return lines.slice(from, at)
  }
  const isFence = (line: string) => FENCE.test(line)
  const isQuote = (line: string) => mayQuote && QUOTE.test(line)
  const isBullet = (line: string) => BULLET.test(line)
  const isBlank = (line: string) => line.trim() === ''
  const isPlain = (line: string) =>
    !isFence(line) && !isQuote(line) && !isBullet(line) && !isBlank(line)

  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (isFence(line)) {
      at++
      const code = take((it) => !isFence(it))
      at++
      found.push({ kind: 'code', text: code.join('\n') })
    } else if (isQuote(line)) {
      const quoted = take(isQuote).map((it) => it.replace(QUOTE, ''))
      found.push({ kind: 'quote', blocks: blocks(quoted, depth + 1) })
    } else if (isBullet(line)) {
      const items = take(isBullet).map((it) => inlines(it.replace(BULLET, '')))
      found.push({ kind: 'list', items })
    } else if (isBlank(line)) {
      take(isBlank)
    } else {
      found.push({ kind: 'paragraph', inlines: inlines(take(isPlain).join('\n')) })
    }
  }
  return found
}

interface Frame {
  /** Null for the outermost. */
  mark: string | null
  inlines: Inline[]
}

const EMPHASES: Partial<Record<string, Emphasis>> = {
  '*': 'emphasis',
  _: 'emphasis',
  '**': 'strong',
  __: 'strong',
  '~~': 'strike',
}

const SPACE = /\s/u
const WORD = /[\p{L}\p{N}]/u
const ESCAPED = /[\\`*_~[\]()>#+\-.!]/u

function inlines(source: string): Inline[] {
  const codes = codeSpans(source)
  // Of each mark one at most is open, so what is nested has a bound.
  const open: Frame[] = [{ mark: null, inlines: [] }]
  let text = ''
  let at = 0

  const flush = (): void => {
    if (text !== '') open.at(-1)?.inlines.push({ kind: 'text', text })
    text = ''
  }
  const add = (inline: Inline): void => {
    flush()
    open.at(-1)?.inlines.push(inline)
  }
  /** Takes back the marks above this place: they are text. */
  const takeBack = (to: number): void => {
    flush()
    for (const frame of open.splice(to)) {
      const below = open.at(-1)?.inlines
      if (frame.mark !== null) below?.push({ kind: 'text', text: frame.mark })
      below?.push(...frame.inlines)
    }
  }
  const close = (place: number, kind: Emphasis): void => {
    takeBack(place + 1)
    const frame = open.pop()
    if (frame !== undefined) add({ kind, inlines: joined(frame.inlines) })
  }
  const marks = (run: string): void => {
    const before = source.charAt(at - 1) || ' '
    const after = source.charAt(at + run.length) || ' '
    let rest = run
    // A long row of marks is a line that somebody drew.
    while (rest !== '' && run.length <= 3) {
      const [mark, place] = nextMark(rest, open)
      const kind = EMPHASES[mark]
      if (kind === undefined) break
      // Within a word only a doubled mark counts: snake_case and 2*3*4 are words.
      const doubled = mark.length === 2 && mark !== '__'
      const mayOpen = !SPACE.test(after) && (doubled || !WORD.test(before))
      const mayClose = !SPACE.test(before) && (doubled || !WORD.test(after))
      if (place > 0 && mayClose && !isEmpty(place)) close(place, kind)
      else if (place < 0 && mayOpen) {
        flush()
        open.push({ mark, inlines: [] })
      } else break
      rest = rest.slice(mark.length)
    }
    text += rest
    at += run.length
  }
  const isEmpty = (place: number): boolean =>
    text === '' && place === open.length - 1 && open[place]?.inlines.length === 0

  while (at < source.length) {
    const char = source.charAt(at)
    const code = codes.get(at)
    if (code !== undefined) {
      add({ kind: 'code', text: code.text })
      at = code.end
    } else if (char === '\\' && ESCAPED.test(source.charAt(at + 1))) {
      text += source.charAt(at + 1)
      at += 2
    } else if (char === '`') {
      const run = rowOf('`', source, at)
      text += run
      at += run.length
    } else if (char === '*' || char === '_' || char === '~') {
      marks(rowOf(char, source, at))
    } else {
      const link = char === '[' ? namedLink(source, at) : bareLink(source, at)
      if (link === null) {
        text += char
        at++
      } else {
        if (link.href === null) text += link.text
        else add({ kind: 'link', text: link.text, href: link.href })
        at = link.end
      }
    }
  }
  takeBack(1)
  return joined(open[0]?.inlines ?? [])
}

/** The next mark of a row, and where it is open, if it is: what was opened last is closed first. */
function nextMark(row: string, open: readonly Frame[]): [string, number] {
  const char = row.charAt(0)
  const placeOf = (mark: string) => open.findIndex((frame) => frame.mark === mark)
  const [single, double] = [placeOf(char), placeOf(char + char)]
  const takesDouble = row.length >= 2 && (row.length === 2 || double > single || single < 0)
  return takesDouble ? [char + char, double] : [char, single]
}

function joined(parts: readonly Inline[]): Inline[] {
  const all: Inline[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (part.kind === 'text' && last?.kind === 'text') {
      all[all.length - 1] = { kind: 'text', text: last.text + part.text }
    } else all.push(part)
  }
  return all
}

function rowOf(char: string, source: string, from: number): string {
  let end = from
  while (source.charAt(end) === char) end++
  return source.slice(from, end)
}

/** What stands between rows of as many backticks, by where it begins. */
function codeSpans(source: string): Map<number, { text: string; end: number }> {
  const rows = [...source.matchAll(/`+/gu)].map(({ 0: row, index }) => [index, row.length] as const)
  const next = new Map<number, number>()
  // For each row, from the last one on, the next of its length.
  const closing = new Array<number | undefined>(rows.length)
  for (let i = rows.length - 1; i >= 0; i--) {
    const length = rows[i]?.[1] ?? 0
    closing[i] = next.get(length)
    next.set(length, i)
  }
  const spans = new Map<number, { text: string; end: number }>()
  for (let i = 0; i < rows.length; i++) {
    const [opening, last] = [rows[i], closing[i]]
    const end = last === undefined ? undefined : rows[last]
    if (opening === undefined || last === undefined || end === undefined) continue
    const text = source.slice(opening[0] + opening[1], end[0])
    // With a space on either side, backticks can stand at the edge.
    const isPadded = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== ''
    spans.set(opening[0], { text: isPadded ? text.slice(1, -1) : text, end: end[0] + end[1] })
    i = last
  }
  return spans
}

interface Link {
  text: string
  /** Null for what only looks like an address. */
  href: string | null
  end: number
}

const SCHEMES = ['http:', 'https:', 'mailto:']
const BEGINS = /^(?:https?:\/\/|mailto:)/iu
const ENDS = /[\s<>"\p{Cc}]/u
const TRAILS = /[.,;:!?'*_~\]}]/u

/** Such as `[the minutes](https://a.example)`. */
function namedLink(source: string, from: number): Link | null {
  let at = from + 1
  while (at < source.length && !'[]\n'.includes(source.charAt(at))) at++
  const text = source.slice(from + 1, at)
  if (source.slice(at, at + 2) !== '](') return null
  const begin = (at += 2)
  let depth = 0
  for (; at < source.length; at++) {
    const char = source.charAt(at)
    if (ENDS.test(char) || source.slice(at, at + 2) === '](') return null
    if (char === '(') depth++
    if (char === ')' && depth-- === 0) break
  }
  if (at >= source.length) return null
  const href = safe(source.slice(begin, at))
  // What looks like one address shall not lead to another.
  if (href === null || text.trim() === '' || /:\/\/|^\s*www\./iu.test(text)) return null
  return { text, href, end: at + 1 }
}

function bareLink(source: string, from: number): Link | null {
  const char = source.charAt(from)
  if (!'hHmM'.includes(char) || WORD.test(source.charAt(from - 1))) return null
  if (!BEGINS.test(source.slice(from, from + 8))) return null
  let end = from
  let closing = 0
  while (end < source.length && !ENDS.test(source.charAt(end))) {
    const it = source.charAt(end++)
    if (it === '(') closing--
    if (it === ')') closing++
  }
  // What follows an address in a sentence is not of it; nor is a bracket that was opened before.
  for (; end > from; end--) {
    const last = source.charAt(end - 1)
    if (last === ')' && closing > 0) closing--
    else if (!TRAILS.test(last)) break
  }
  const text = source.slice(from, end)
  return { text, href: safe(text), end }
}

/** An address of the web or of mail, as a browser understands it; null for any other. */
function safe(address: string): string | null {
  if (!BEGINS.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  if (!SCHEMES.includes(url.protocol)) return null
  const leads = url.protocol === 'mailto:' ? url.pathname.includes('@') : url.hostname !== ''
  return leads ? url.href : null
}
