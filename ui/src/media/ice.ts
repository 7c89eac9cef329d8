/** All that can be used; one that cannot must not keep anyone from calling. */
export function iceServers(urls: readonly string[]): RTCIceServer[] {
  return urls.map(iceServer).filter((server) => server !== null)
}

/**
 * Reads the URL of a STUN or TURN server. TURN servers want a name and a
 * password, which stand before the host: `turn:name:password@host:3478`.
 */
function iceServer(url: string): RTCIceServer | null {
  const [, scheme, username, credential, rest] =
    /^(turns?):(?:([^:@]+):([^@]+)@)?(.+)$/.exec(url) ?? []
  if (scheme === undefined || rest === undefined) {
    return /^stuns?:./.test(url) ? { urls: url } : null
  }
  if (username === undefined || credential === undefined) return null
  return { urls: `${scheme}:${rest}`, username, credential }
}
