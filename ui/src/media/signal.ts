import type { Size, Wanted } from './budget'

/** What two clients tell each other to get connected. */
export interface SignalBody {
  description?: RTCSessionDescriptionInit
  /** Null after the last one. */
  candidate?: RTCIceCandidateInit | null
  /** How large the sender shows the receiver's pictures. */
  wanted?: Wanted
}

/** A signal, and which lives of the two clients it is between. */
export interface PeerSignal extends SignalBody {
  /** The sender's. A client lives anew with every welcome. */
  instance: string | null
  /** The receiver's, as far as the sender knew it. */
  peer: string | null
}

/** Reads what came through the server, which never looks into it. */
export function readSignal(payload: unknown): PeerSignal | null {
  if (!isRecord(payload)) return null
  const signal: PeerSignal = { instance: text(payload.instance), peer: text(payload.peer) }
  if (isDescription(payload.description)) signal.description = payload.description
  if (payload.candidate === null || isRecord(payload.candidate)) {
    signal.candidate = payload.candidate
  }
  if (isWanted(payload.wanted)) {
    const { camera, screen } = payload.wanted
    signal.wanted = { camera, screen }
  }
  return signal
}

function isWanted(value: unknown): value is Wanted {
  return isRecord(value) && isSize(value.camera) && isSize(value.screen)
}

function isSize(value: unknown): value is Size {
  return value === 'none' || value === 'small' || value === 'large'
}

function isDescription(value: unknown): value is RTCSessionDescriptionInit {
  const types = ['offer', 'answer', 'pranswer', 'rollback']
  return isRecord(value) && types.includes(String(value.type)) && typeof value.sdp === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
