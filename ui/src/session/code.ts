const OWN = /^[abcdefghjkmnpqrstuvwxyz23456789]{9}$/
const SPELLED = /^(?:[abcdefghjkmnpqrstuvwxyz23456789]{3}(?:-|$)){3}$/
// Other systems name meetings as they like.
const FOREIGN = /^[^\s/?#]+$/u
const FOREIGN_BYTES = 64
// Out of a text that is written from right to left, they come along unseen.
const MARKS = /[\u200e\u200f\u2066-\u2069]/gu

/**
 * Reads a meeting's code out of what someone typed or pasted: Hearth's own as
 * `xxx-xxx-xxx`, one of another system as it is.
 */
export function parseCode(text: string): string | null {
  const link = /\/m\/([^/?#\s]*)/.exec(text)
  const code = decoded(link?.[1] ?? text).replace(MARKS, '')
  const own = code.toLowerCase().replace(/[\s\p{Pd}]/gu, '')
  if (OWN.test(own)) return formatCode(own)
  const foreign = code.trim()
  const fits = new TextEncoder().encode(foreign).length <= FOREIGN_BYTES
  return fits && FOREIGN.test(foreign) ? foreign : null
}

/**
 * Reads what a camera saw: the link to a meeting, or a code of Hearth's own. Other texts can be
 * typed as codes of other systems, but anything may be on the picture.
 */
export function scannedCode(text: string): string | null {
  const link = /^(?:https?:\/\/[^\s/]+(?:\/[^\s/]+)*\/m\/|hearth:\/\/join\/)([^/?#\s]+)/.exec(text)
  if (link === null && text.includes('/')) return null
  const code = parseCode(link?.[1] ?? text)
  return link !== null || (code !== null && SPELLED.test(code)) ? code : null
}

/** The path of a meeting's page; `host` is the neighbour that holds it. */
export function meetingPath(code: string, host: string | null = null): string {
  return `${hostBase(host)}/m/${encodeURIComponent(code)}`
}

/** The path of the chat of a room that lasts. */
export function chatPath(code: string, host: string | null = null): string {
  return `${meetingPath(code, host)}/chat`
}

/** The path under which a neighbour is reached through the own server. */
export function hostBase(host: string | null): string {
  return host === null ? '' : `/hosts/${host}`
}

/** Whether it is a stand-in for a code that one was not told. */
export function isDoor(code: string): boolean {
  return code.startsWith('door-')
}

function formatCode(code: string): string {
  return code.replace(/(.{3})(.{3})(.{3})/, '$1-$2-$3')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
