// Looks for QR codes beside the page, whose pictures shall not stutter meanwhile.

import decodeQR from 'qr/decode.js'

self.onmessage = ({ data }: MessageEvent<ImageData>) => {
  let text: string | null = null
  try {
    text = decodeQR(data)
  } catch {
    // There is none in this picture.
  }
  self.postMessage(text)
}
