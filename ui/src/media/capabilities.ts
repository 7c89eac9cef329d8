/** What browsers keep from pages that are not secure, or do not have at all. */
const devices = (navigator as Partial<Navigator>).mediaDevices as Partial<MediaDevices> | undefined

/** Whether calls can be held here at all; the webview of some Linux systems cannot. */
export function canCall(): boolean {
  return typeof RTCPeerConnection === 'function'
}

/** Whether microphones and cameras can be used; browsers allow it only to secure pages. */
export function canCapture(): boolean {
  return typeof devices?.getUserMedia === 'function'
}

/** Whether the screen can be shared; phones cannot. */
export function canShareScreen(): boolean {
  return typeof devices?.getDisplayMedia === 'function'
}
