import type { Sent } from './budget'

// Those whose change the browser has not taken yet; it takes no other meanwhile.
const changing = new WeakSet<RTCRtpSender>()

/**
 * Sends a picture as `wanted` says; null stops sending. What is wanted meanwhile
 * is done afterwards.
 */
export async function resize(sender: RTCRtpSender, wanted: () => Sent | null): Promise<void> {
  if (changing.has(sender)) return
  changing.add(sender)
  try {
    let done: Sent | null | undefined
    for (let sent = wanted(); !isSame(sent, done); sent = wanted()) {
      const parameters = sender.getParameters()
      // Before anything was negotiated some browsers have no encodings to speak of.
      const [encoding] = parameters.encodings
      if (encoding === undefined) return
      done = sent
      if (!change(encoding, sent)) continue
      await sender.setParameters(parameters)
    }
  } catch (error) {
    // Something was negotiated meanwhile, and the next change will set it.
    console.debug('A picture could not be resized.', error)
  } finally {
    changing.delete(sender)
  }
}

function isSame(a: Sent | null, b: Sent | null | undefined): boolean {
  if (a === null || b == null) return a === b
  return a.shrink === b.shrink && a.frames === b.frames
}

/** Whether anything had to be changed. */
function change(encoding: RTCRtpEncodingParameters, sent: Sent | null): boolean {
  const { active = true, scaleResolutionDownBy = 1 } = encoding as Partial<RTCRtpEncodingParameters>
  const now = active
    ? { shrink: scaleResolutionDownBy, frames: encoding.maxFramerate ?? null }
    : null
  if (isSame(sent, now)) return false
  encoding.active = sent !== null
  if (sent === null) return true
  encoding.scaleResolutionDownBy = sent.shrink
  if (sent.frames === null) delete encoding.maxFramerate
  else encoding.maxFramerate = sent.frames
  return true
}
