const CODE = /^[abcdefghjkmnpqrstuvwxyz23456789]{9}$/

/** Reads a meeting's code, as `xxx-xxx-xxx`, out of what someone typed or pasted. */
export function parseCode(text: string): string | null {
  const link = /\/m\/([^/?#\s]*)/.exec(text)
  const code = decoded(link?.[1] ?? text)
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
  return CODE.test(code) ? formatCode(code) : null
}

/** The path of a meeting's page. */
export function meetingPath(code: string): string {
  return `/m/${code}`
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
