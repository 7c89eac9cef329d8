/** A client of Hearth's own protocol, without a browser. */
import { randomBytes } from "node:crypto";
import { type ManagerOptions, type Socket, type SocketOptions, io } from "socket.io-client";

import type { ApiError } from "../../ui/src/protocol/ApiError.ts";
import type { MeetingInfo } from "../../ui/src/protocol/MeetingInfo.ts";
import type { NativeEvent } from "../../ui/src/protocol/NativeEvent.ts";
import type { NativeReply } from "../../ui/src/protocol/NativeReply.ts";
import type { NativeRequest } from "../../ui/src/protocol/NativeRequest.ts";
import type { NewMeeting } from "../../ui/src/protocol/NewMeeting.ts";

export type EventOf<T extends NativeEvent["type"]> = Extract<NativeEvent, { type: T }>;

export const allOn = {
  microphone: { available: true, enabled: true },
  camera: { available: true, enabled: true },
  screen: false,
};

export function guestToken(): string {
  return `g.${randomBytes(32).toString("base64url")}`;
}

export class Client {
  readonly socket: Socket;
  /** Everything heard so far, and how much of it `next` has passed. */
  readonly heard: { sequence: number; event: NativeEvent }[] = [];
  #passed = 0;
  #woken = () => {};

  constructor(
    readonly url: string,
    readonly token = guestToken(),
    options: Partial<ManagerOptions & SocketOptions> = {},
  ) {
    this.socket = io(url, {
      auth: { token },
      forceNew: true,
      reconnection: false,
      transports: ["websocket"],
      ...options,
    });
    this.socket.on("event", (sequence: number, event: NativeEvent) => {
      this.heard.push({ sequence, event });
      this.#woken();
    });
  }

  async connected(): Promise<this> {
    if (this.socket.connected) return this;
    await new Promise<void>((resolve, reject) => {
      this.socket.once("connect", resolve);
      this.socket.once("connect_error", reject);
    });
    return this;
  }

  /** Asks, and returns whatever is answered. */
  async ask(request: unknown): Promise<NativeReply> {
    return (await this.socket.timeout(10_000).emitWithAck("request", request)) as NativeReply;
  }

  /** Asks for something that is to be done. */
  async must(request: NativeRequest): Promise<Extract<NativeReply, { ok: true }>> {
    const reply = await this.ask(request);
    if (!reply.ok) throw new Error(`${request.type} was refused: ${reply.error.message}`);
    return reply;
  }

  /** Asks for something that is to be refused, and returns the code. */
  async refused(request: unknown): Promise<string> {
    const reply = await this.ask(request);
    if (reply.ok) throw new Error(`${JSON.stringify(request)} was not refused`);
    return reply.error.code;
  }

  /** The next event of a type; events of other types before it are passed over. */
  async next<T extends NativeEvent["type"]>(type: T): Promise<EventOf<T>> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      while (this.#passed < this.heard.length) {
        const { event } = this.heard[this.#passed++]!;
        if (event.type === type) return event as EventOf<T>;
      }
      const left = deadline - Date.now();
      if (left <= 0) {
        const types = this.heard.map(({ event }) => event.type).join(", ");
        throw new Error(`no ${type} was heard; only ${types}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#woken = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Enters and joins, and returns the welcome. */
  async join(code: string, name: string): Promise<EventOf<"welcome">> {
    await this.must({ type: "enter", code });
    await this.must({ type: "join", name, media: allOn });
    return await this.next("welcome");
  }

  get lastSequence(): number {
    return this.heard.reduce((last, { sequence }) => Math.max(last, sequence), 0);
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Asks the REST interface; `undefined` stands for an empty body. */
export async function rest<T>(
  url: string,
  method: string,
  path: string,
  { token, body }: { token?: string; body?: unknown } = {},
): Promise<{ status: number; body: T }> {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  const init: RequestInit = { method, headers };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(new URL(`/api${path}`, url), init);
  const text = await response.text();
  return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as T };
}

export async function newMeeting(
  url: string,
  token: string,
  meeting: NewMeeting = {},
): Promise<string> {
  const { status, body } = await rest<MeetingInfo | ApiError>(url, "POST", "/meetings", {
    token,
    body: meeting,
  });
  if (!("participants" in body)) throw new Error(`no meeting, but ${status}: ${body.message}`);
  return body.code;
}
