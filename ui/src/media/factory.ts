/** Makes peer connections, and what they need. A native engine can enter here. */
export interface PeerConnectionFactory {
  connection(configuration: RTCConfiguration): RTCPeerConnection
  stream(tracks: MediaStreamTrack[]): MediaStream
}

export const browserPeers: PeerConnectionFactory = {
  connection: (configuration) => new RTCPeerConnection(configuration),
  stream: (tracks) => new MediaStream(tracks),
}
