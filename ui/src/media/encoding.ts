// Those whose change the browser has not taken yet; it takes no other meanwhile.
const changing = new WeakSet<RTCRtpSender>()

/**
 * Makes a picture smaller before it is sent, by what `wanted` says in each
 * direction; null stops sending. What is wanted meanwhile is done afterwards.
 */
export async function resize(sender: RTCRtpSender, wanted: () => number | null): Promise<void> {
  if (changing.has(sender)) return
  changing.add(sender)
  try {
    let done: number | null | undefined
    for (let shrink = wanted(); shrink !== done; shrink = wanted()) {
      const parameters = sender.getParameters()
      // Before anything was negotiated some browsers have no encodings to speak of.
      const [encoding] = parameters.encodings
      if (encoding === undefined) return
      done = shrink
      if (!change(encoding, shrink)) continue
      await sender.setParameters(parameters)
    }
  } catch (error) {
    // Something was negotiated meanwhile, and the next change will set it.
    console.debug('A picture could not be resized.', error)
  } finally {
    changing.delete(sender)
  }
}

/** Whether anything had to be changed. */
function change(encoding: RTCRtpEncodingParameters, shrink: number | null): boolean {
  const { active = true, scaleResolutionDownBy = 1 } = encoding as Partial<RTCRtpEncodingParameters>
  if (active === (shrink !== null) && (shrink ?? scaleResolutionDownBy) === scaleResolutionDownBy) {
    return false
  }
  encoding.active = shrink !== null
  if (shrink !== null) encoding.scaleResolutionDownBy = shrink
  return true
}
