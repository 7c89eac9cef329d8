import type { ApiError } from '../protocol/ApiError'
import type { Arrived } from '../protocol/Arrived'
import type { Diagnosis } from '../protocol/Diagnosis'
import type { Door } from '../protocol/Door'
import type { FileQuota } from '../protocol/FileQuota'
import type { History } from '../protocol/History'
import type { IssueTicket } from '../protocol/IssueTicket'
import type { KnownHost } from '../protocol/KnownHost'
import type { Kept } from '../protocol/Kept'
import type { Me } from '../protocol/Me'
import type { LastingRoom } from '../protocol/LastingRoom'
import type { MeetingInfo } from '../protocol/MeetingInfo'
import type { MissedCall } from '../protocol/MissedCall'
import type { Network } from '../protocol/Network'
import type { NewMeeting } from '../protocol/NewMeeting'
import type { OwnRoom } from '../protocol/OwnRoom'
import type { PastMeeting } from '../protocol/PastMeeting'
import type { PastMeetingDetails } from '../protocol/PastMeetingDetails'
import type { PlanMeeting } from '../protocol/PlanMeeting'
import type { Resolution } from '../protocol/Resolution'
import type { Retention } from '../protocol/Retention'
import type { ServerInfo } from '../protocol/ServerInfo'
import type { SignIn } from '../protocol/SignIn'
import type { SignUp } from '../protocol/SignUp'
import type { SignedIn } from '../protocol/SignedIn'
import type { SpentTicket } from '../protocol/SpentTicket'
import type { Ticket } from '../protocol/Ticket'
import type { Credential } from './identity'

/** Why the server did not do what it was asked; `message` is a sentence for people. */
export class ApiFailure extends Error {
  readonly code: string

  constructor({ code, message }: ApiError) {
    super(message)
    this.name = 'ApiFailure'
    this.code = code
  }
}

/** Does what asks the server; why the server did not do it, or null if it did. */
export async function attempt(what: () => Promise<void>): Promise<ApiFailure | null> {
  try {
    await what()
    return null
  } catch (failure) {
    if (!(failure instanceof ApiFailure)) throw failure
    return failure
  }
}

// What Hearth has not said is said by the catalogue alone.
const UNREACHABLE: ApiError = { code: 'unreachable', message: '' }
const GARBLED: ApiError = { code: 'garbled', message: '' }

const ANSWER_WITHIN = 15_000
// A piece of a file takes its time over a slow network.
const PIECE_WITHIN = 120_000

/** Which meetings of the history are asked for; times in milliseconds since 1970. */
export interface HistoryPage {
  before?: number
  since?: number
  /** Words that are looked for. */
  search?: string
  limit?: number
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A server's REST interface. Everything it refuses is thrown as an {@link ApiFailure}. */
export class Api {
  readonly #credential: Credential
  readonly #base: string
  readonly #fetch: typeof fetch

  /** `base` is the path under which the server is reached; empty for one's own. */
  constructor(
    credential: Credential,
    base = '',
    fetch: typeof globalThis.fetch = globalThis.fetch,
  ) {
    this.#credential = credential
    this.#base = base
    this.#fetch = fetch.bind(globalThis)
  }

  server(): Promise<ServerInfo> {
    return this.#json('GET', '/server')
  }

  createMeeting(meeting: NewMeeting = {}): Promise<MeetingInfo> {
    return this.#json('POST', '/meetings', meeting)
  }

  meeting(code: string): Promise<MeetingInfo> {
    return this.#json('GET', `/meetings/${encodeURIComponent(code)}`)
  }

  me(): Promise<Me> {
    return this.#json('GET', '/me')
  }

  signUp(details: SignUp): Promise<SignedIn> {
    return this.#json('POST', '/accounts', details)
  }

  signIn(details: SignIn): Promise<SignedIn> {
    return this.#json('POST', '/sessions', details)
  }

  async signOut(): Promise<void> {
    await this.#send('DELETE', '/sessions/current')
  }

  issueTicket(details: IssueTicket): Promise<Ticket> {
    return this.#json('POST', '/tickets', details)
  }

  spendTicket(ticket: string): Promise<SpentTicket> {
    return this.#json('POST', '/tickets/spend', { ticket })
  }

  history({ before, since, search, limit = 20 }: HistoryPage = {}): Promise<History> {
    const page = new URLSearchParams({ limit: String(limit) })
    if (before !== undefined) page.set('before', String(before))
    if (since !== undefined) page.set('since', String(since))
    if (search !== undefined && search !== '') page.set('search', search)
    return this.#json('GET', `/history?${page.toString()}`)
  }

  pastMeeting(code: string): Promise<PastMeetingDetails> {
    return this.#json('GET', `/history/${encodeURIComponent(code)}`)
  }

  async deletePastMeeting(code: string): Promise<void> {
    await this.#send('DELETE', `/history/${encodeURIComponent(code)}`)
  }

  async keepPastMeeting(code: string, kept: Kept): Promise<void> {
    await this.#send('PUT', `/history/${encodeURIComponent(code)}/kept`, kept)
  }

  /** What is planned for now or later, soonest first. */
  plans(): Promise<PastMeeting[]> {
    return this.#json('GET', '/plans')
  }

  async plan(code: string, plan: PlanMeeting): Promise<void> {
    await this.#send('PUT', `/meetings/${encodeURIComponent(code)}/plan`, plan)
  }

  /** One's own room, if one has one. */
  room(): Promise<OwnRoom> {
    return this.#json('GET', '/room')
  }

  /** The same, and makes it where there is none. */
  makeRoom(): Promise<OwnRoom> {
    return this.#json('PUT', '/room')
  }

  /** The rooms that last and to which one belongs, the one used last first. */
  rooms(): Promise<LastingRoom[]> {
    return this.#json('GET', '/rooms')
  }

  async exportPastMeeting(code: string): Promise<Blob> {
    const response = await this.#send('GET', `/history/${encodeURIComponent(code)}/export`)
    return response.blob()
  }

  retention(): Promise<Retention> {
    return this.#json('GET', '/retention')
  }

  setRetention(retention: Retention): Promise<Retention> {
    return this.#json('PUT', '/retention', retention)
  }

  /** How much of a file the server has. */
  arrived(code: string, file: number): Promise<Arrived> {
    return this.#json('GET', `${filePath(code, file)}/arrived`)
  }

  /** Puts the next piece of a file that a meeting may keep. */
  putFile(code: string, file: number, from: number, piece: Blob): Promise<Arrived> {
    const signal = AbortSignal.timeout(PIECE_WITHIN)
    return this.#json('PUT', `${filePath(code, file)}?from=${from}`, piece, signal)
  }

  /** All of a file was put. */
  finishFile(code: string, file: number, sha256: string): Promise<Arrived> {
    return this.#json('POST', `${filePath(code, file)}/arrived`, { sha256 })
  }

  /** The bytes of a file that a meeting keeps, until the signal says stop. */
  async fileFrom(
    code: string,
    file: number,
    from: number,
    signal: AbortSignal,
  ): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const path = `${filePath(code, file)}?from=${from}`
    const { body } = await this.#send('GET', path, undefined, signal)
    if (body === null) throw new ApiFailure(GARBLED)
    return body
  }

  fileQuota(): Promise<FileQuota> {
    return this.#json('GET', '/files/quota')
  }

  setFileQuota(quota: FileQuota): Promise<FileQuota> {
    return this.#json('PUT', '/files/quota', quota)
  }

  /** Asks here, on the network, and at known servers where a meeting is. */
  resolve(code: string): Promise<Resolution> {
    return this.#json('POST', '/resolve', { code })
  }

  /** Asks a neighbour for a way into one of its meetings without the code. */
  knock(host: string, tag: string): Promise<Door> {
    return this.#json('POST', `/hosts/${host}/knock`, { tag })
  }

  hosts(): Promise<KnownHost[]> {
    return this.#json('GET', '/hosts')
  }

  async compared(host: string, same: boolean): Promise<void> {
    await this.#send('POST', `/hosts/${host}/comparison`, { same })
  }

  async forgetHost(host: string): Promise<void> {
    await this.#send('DELETE', `/hosts/${host}`)
  }

  network(): Promise<Network> {
    return this.#json('GET', '/network')
  }

  setNetwork(network: Network): Promise<Network> {
    return this.#json('PUT', '/network', network)
  }

  doctor(): Promise<Diagnosis> {
    return this.#json('GET', '/doctor')
  }

  missed(): Promise<MissedCall[]> {
    return this.#json('GET', '/missed')
  }

  async clearMissed(): Promise<void> {
    await this.#send('DELETE', '/missed')
  }

  async #json<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const response = await this.#send(method, path, body, signal)
    try {
      return (await response.json()) as T
    } catch {
      throw new ApiFailure(GARBLED)
    }
  }

  async #send(
    method: Method,
    path: string,
    body?: unknown,
    signal = AbortSignal.timeout(ANSWER_WITHIN),
  ): Promise<Response> {
    const headers = new Headers({ Authorization: `Bearer ${this.#credential.token}` })
    const request: RequestInit = {
      method,
      headers,
      cache: 'no-store',
      signal,
    }
    if (body instanceof Blob) {
      headers.set('Content-Type', 'application/octet-stream')
      request.body = body
    } else if (body !== undefined) {
      headers.set('Content-Type', 'application/json')
      request.body = JSON.stringify(body)
    }
    let response: Response
    try {
      response = await this.#fetch(`${this.#base}/api${path}`, request)
    } catch {
      throw new ApiFailure(UNREACHABLE)
    }
    if (response.ok) return response
    const failure = await readFailure(response)
    // The session expired or was ended elsewhere: from here on this is a guest.
    if (failure.code === 'signed_out') this.#credential.signOut()
    throw failure
  }
}

function filePath(code: string, file: number): string {
  return `/meetings/${encodeURIComponent(code)}/files/${file}`
}

async function readFailure(response: Response): Promise<ApiFailure> {
  try {
    const error = (await response.json()) as Partial<ApiError> | null
    if (typeof error?.code === 'string' && typeof error.message === 'string') {
      return new ApiFailure({ code: error.code, message: error.message })
    }
  } catch {
    // What is no JSON is not from Hearth.
  }
  // A proxy in front of a server that is not there answers with its own pages.
  return new ApiFailure(response.status >= 500 ? UNREACHABLE : GARBLED)
}
