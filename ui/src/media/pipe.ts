/** A way to another participant beside sound and picture: for one file, or for captions. */
export interface Pipe {
  /** The most bytes that go in one piece. */
  readonly largest: number
  note(text: string): void
  /** Sends a piece when there is room for it; false if the way is no more. */
  push(bytes: Uint8Array<ArrayBuffer>): Promise<boolean>
  close(): void
}

export interface PipeListener {
  onopen(): void
  onnote(text: string): void
  onbytes(bytes: ArrayBuffer): void
  /** The way is no more, for whatever reason but one's own. */
  onclose(): void
}

/** Hears nothing, on a way on which nothing matters. */
export const NOBODY: PipeListener = {
  onopen: () => undefined,
  onnote: () => undefined,
  onbytes: () => undefined,
  onclose: () => undefined,
}

// What other browsers surely take (RFC 8831 §6.6 has 64 KiB without interleaving at heart).
const PIECE = 64 * 1024
// More than this does not wait in the browser, of what is to go.
const MOST_WAITING = 1024 * 1024
const FEW_WAITING = 256 * 1024

/** What goes in one piece over a connection. */
export function largestPiece(connection: RTCPeerConnection): number {
  // Until they have agreed on it there is none, and 0 stands for any.
  const agreed = connection.sctp?.maxMessageSize ?? PIECE
  return Math.min(PIECE, agreed || PIECE)
}

/** A data channel as such a way. */
export function pipeOver(
  channel: RTCDataChannel,
  largest: () => number,
  listener: PipeListener,
): Pipe {
  let roomy: (() => void)[] = []
  const drained = () => {
    const waiting = roomy
    roomy = []
    for (const go of waiting) go()
  }
  channel.binaryType = 'arraybuffer'
  channel.bufferedAmountLowThreshold = FEW_WAITING
  channel.onbufferedamountlow = drained
  channel.onopen = () => {
    listener.onopen()
  }
  channel.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (typeof data === 'string') listener.onnote(data)
    else listener.onbytes(data)
  }
  channel.onclose = () => {
    drained()
    listener.onclose()
  }
  // One that was opened by the other side can be open already.
  if (channel.readyState === 'open')
    queueMicrotask(() => {
      listener.onopen()
    })

  return {
    get largest() {
      return largest()
    },
    note(text) {
      if (channel.readyState === 'open') channel.send(text)
    },
    async push(bytes) {
      if (channel.bufferedAmount > MOST_WAITING) {
        await new Promise<void>((resolve) => roomy.push(resolve))
      }
      if (channel.readyState !== 'open') return false
      channel.send(bytes)
      return true
    },
    close() {
      channel.onopen = channel.onmessage = channel.onclose = null
      drained()
      channel.close()
    },
  }
}
