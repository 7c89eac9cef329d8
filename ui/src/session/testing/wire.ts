import type { Media } from '../../protocol/Media'
import type { Message } from '../../protocol/Message'
import type { Named } from '../../protocol/Named'
import type { NativeEvent } from '../../protocol/NativeEvent'
import type { NativeRequest } from '../../protocol/NativeRequest'
import type { Participant } from '../../protocol/Participant'
import type { Policy } from '../../protocol/Policy'
import type { Failure, Reply } from '../failure'
import type { Wire, WireListener } from '../wire'

type RequestType = NativeRequest['type']
type RequestOf<T extends RequestType> = Extract<NativeRequest, { type: T }>

/** A server that does as a test says. */
export class FakeWire implements Wire {
  readonly requests: NativeRequest[] = []
  /** What is refused from now on. */
  readonly refusals: Partial<Record<RequestType, Failure['code']>> = {}
  closed = false
  reopened = 0
  #listener: WireListener | null = null
  #connected = false
  #sequence = 0

  open(listener: WireListener): void {
    this.#listener = listener
  }

  close(): void {
    this.closed = true
    this.#connected = false
    this.#listener = null
  }

  reopen(): void {
    this.reopened++
    this.drop()
  }

  async request(request: NativeRequest): Promise<Reply> {
    if (!this.#connected) return refused('unreachable')
    this.requests.push(request)
    await Promise.resolve()
    const code = this.refusals[request.type]
    if (code !== undefined) return refused(code)
    const sits = request.type === 'enter' || request.type === 'resume'
    return sits ? { ok: true, seat: { you: 2, token: 'aa' } } : { ok: true }
  }

  /** The connection stands. */
  async connect(): Promise<void> {
    this.#connected = true
    this.#listener?.onconnect()
    await settled()
  }

  /** The connection is lost. */
  drop(): void {
    if (!this.#connected) return
    this.#connected = false
    this.#listener?.ondisconnect()
  }

  /** The server tells something, and again with the number it had before. */
  async tell(event: NativeEvent, sequence = this.#sequence + 1): Promise<void> {
    if (sequence > 0) this.#sequence = sequence
    this.#listener?.onevent(sequence, event)
    await settled()
  }

  refuse(message: string): void {
    this.#listener?.onrefused(message)
  }

  asked<T extends RequestType>(type: T): RequestOf<T>[] {
    return this.requests.filter((request): request is RequestOf<T> => request.type === type)
  }
}

function refused(code: Failure['code']): Reply {
  return { ok: false, error: { code, message: `The test says ${code}.` } }
}

/** Waits until everything that was promised has come. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

export const allOn: Media = {
  microphone: { available: true, enabled: true },
  camera: { available: true, enabled: true },
  screen: false,
}

export const openPolicy: Policy = {
  microphone: true,
  camera: true,
  screen: true,
  chat: true,
  files: true,
  keepFiles: true,
  notes: true,
  lobby: false,
  locked: false,
}

export function named(id: number, name: string): Named {
  return { id, name, installation: null }
}

export function participant(
  id: number,
  name: string,
  more: Partial<Participant> = {},
): Participant {
  return {
    id,
    name,
    role: 'participant',
    rights: null,
    media: allOn,
    hand: null,
    connected: true,
    joinedAt: id,
    installation: null,
    ...more,
  }
}

export const ada = participant(1, 'Ada', { role: 'host' })
export const ben = participant(2, 'Ben')

/** Ben is in, as number 2; Ada is the host. */
export function welcome(
  more: Partial<Extract<NativeEvent, { type: 'welcome' }>> = {},
): Extract<NativeEvent, { type: 'welcome' }> {
  return {
    type: 'welcome',
    you: 2,
    owner: false,
    participants: [ada, ben],
    waiting: [],
    removed: [],
    log: [],
    policy: openPolicy,
    spotlight: null,
    chat: [],
    polls: [],
    files: [],
    ...more,
  }
}

/** A line that Ben hears; its id is its time. */
export function said(
  from: Participant,
  text: string,
  at: number,
  more: Partial<Message> = {},
): Message {
  return {
    id: at,
    from: { id: from.id, name: from.name },
    to: null,
    text,
    answers: null,
    state: 'written',
    mine: from.name === ben.name,
    at,
    ...more,
  }
}
