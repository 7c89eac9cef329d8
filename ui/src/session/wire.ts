import { io } from 'socket.io-client'

import type { NativeEvent } from '../protocol/NativeEvent'
import type { NativeRequest } from '../protocol/NativeRequest'
import { type Reply, UNREACHABLE } from './failure'

/** A line to the server that mends itself, as far as a conversation needs to know it. */
export interface Wire {
  open(listener: WireListener): void
  close(): void
  /** Hangs up and dials again. */
  reopen(): void
  /** Asks. Without a connection, or without an answer in time, that is refused as unreachable. */
  request(request: NativeRequest): Promise<Reply>
}

export interface WireListener {
  onconnect(): void
  ondisconnect(): void
  onevent(sequence: number, event: NativeEvent): void
  /** The server does not want to talk, and says why. */
  onrefused(message: string): void
}

const ANSWER_WITHIN = 10_000
const REDIAL_AFTER = 1000

/** Where a line leads, and who calls. */
export interface Call {
  token: () => string
  /** The path under which the server is reached; empty for one's own. */
  base: string
  /** Whether the user chose to go without a secure connection. */
  plain: boolean
  /** The server did not want to talk; the token may be worth nothing any more. */
  onrefused: () => void
}

/** A line by Socket.IO; no other file names it. */
export function socketWire({ token, base, plain, onrefused }: Call): Wire {
  const socket = io({
    autoConnect: false,
    forceNew: true,
    path: `${base}/socket.io/`,
    transports: ['websocket', 'polling'],
    auth: (give) => {
      give(plain ? { token: token(), plain } : { token: token() })
    },
    timeout: 5000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
  })
  let redialling: ReturnType<typeof setTimeout> | undefined

  const redial = (delay: number) => {
    clearTimeout(redialling)
    redialling = setTimeout(() => socket.connect(), delay)
  }

  return {
    open(listener) {
      socket.on('connect', () => {
        listener.onconnect()
      })
      socket.on('disconnect', () => {
        listener.ondisconnect()
        // What the server hung up does not mend itself.
        if (!socket.active) redial(REDIAL_AFTER)
      })
      socket.on('connect_error', (error) => {
        // Some browsers trust a page whose certificate the user accepted, and no websocket beside it.
        socket.io.opts.transports = ['polling', 'websocket']
        if (socket.active) return
        onrefused()
        listener.onrefused(error.message)
      })
      socket.on('event', (sequence: unknown, event: unknown) => {
        if (typeof sequence === 'number' && isEvent(event)) listener.onevent(sequence, event)
      })
      socket.connect()
    },

    close() {
      clearTimeout(redialling)
      socket.off()
      socket.disconnect()
    },

    reopen() {
      if (socket.connected) socket.disconnect()
      redial(REDIAL_AFTER)
    },

    async request(request) {
      if (!socket.connected) return UNREACHABLE
      try {
        const reply: unknown = await socket.timeout(ANSWER_WITHIN).emitWithAck('request', request)
        return isReply(reply) ? reply : UNREACHABLE
      } catch {
        return UNREACHABLE
      }
    },
  }
}

function isEvent(value: unknown): value is NativeEvent {
  return typeof value === 'object' && value !== null && 'type' in value
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && 'ok' in value
}
