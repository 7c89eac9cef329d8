import { brightnessOf } from './light'

/** How bright what a video shows is, from 0 to 1; null as long as it shows nothing. */
export function brightnessOfVideo(video: HTMLVideoElement): number | null {
  if (video.videoWidth === 0) return null
  const canvas = new OffscreenCanvas(16, 9)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  return brightnessOf(context.getImageData(0, 0, canvas.width, canvas.height).data)
}
