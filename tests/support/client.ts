/** A client of Hearth's own protocol, without a browser. */
import { randomBytes } from "node:crypto";
import { type ManagerOptions, type Socket, type SocketOptions, io } from "socket.io-client";

import type { NativeEvent } from "../../ui/src/protocol/NativeEvent.ts";
import type { NativeReply } from "../../ui/src/protocol/NativeReply.ts";
import type { NativeRequest } from "../../ui/src/protocol/NativeRequest.ts";
import type { Policy } from "../../ui/src/protocol/Policy.ts";
import type { Seat } from "../../ui/src/protocol/Seat.ts";
import { PATIENCE, Waiting } from "./waiting.ts";

export type EventOf<T extends NativeEvent["type"]> = Extract<NativeEvent, { type: T }>;

export interface Look extends Partial<ManagerOptions & SocketOptions> {
  /** Who it is: a guest of its own if not given, nobody if `null`. */
  token?: string | null;
}

export const allOn = {
  microphone: { available: true, enabled: true },
  camera: { available: true, enabled: true },
  screen: false,
};

/** The policy of a meeting that was told none. */
export const everything: Policy = {
  microphone: true,
  camera: true,
  screen: true,
  chat: true,
  files: true,
  keepFiles: true,
  notes: true,
  lobby: false,
  locked: false,
};

export function guestToken(): string {
  return `g.${randomBytes(32).toString("base64url")}`;
}

export class Client {
  readonly token: string | null;
  readonly socket: Socket;
  /** Everything heard so far. */
  readonly heard: { sequence: number; event: NativeEvent }[] = [];
  #seat: Seat | undefined;
  #passed = 0;
  readonly #waiting = new Waiting();

  constructor(
    readonly url: string,
    { token = guestToken(), ...options }: Look = {},
  ) {
    this.token = token;
    this.socket = io(url, {
      auth: token === null ? {} : { token },
      forceNew: true,
      reconnection: false,
      rejectUnauthorized: false,
      transports: ["websocket"],
      ...options,
    });
    this.socket.on("event", (sequence: number, event: NativeEvent) => {
      this.heard.push({ sequence, event });
      this.#waiting.wake();
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

  /** Waits until the other side has ended the connection. */
  async disconnected(): Promise<void> {
    if (!this.socket.connected) return;
    await new Promise((resolve) => this.socket.once("disconnect", resolve));
  }

  /** Asks, and returns whatever is answered. */
  async ask(request: unknown): Promise<NativeReply> {
    const answer: unknown = await this.socket.timeout(PATIENCE).emitWithAck("request", request);
    const reply = answer as NativeReply;
    if (reply.ok && reply.seat !== undefined) this.#seat = reply.seat;
    return reply;
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
    const events = await this.until(type);
    return events.at(-1) as EventOf<T>;
  }

  /** What comes up to and including the next event of a type, nothing passed over. */
  async until(type: NativeEvent["type"]): Promise<NativeEvent[]> {
    const from = this.#passed;
    const pass = () => {
      while (this.#passed < this.heard.length) {
        if (this.heard[this.#passed++]!.event.type === type) return this.#since(from);
      }
      return undefined;
    };
    const complaint = () => `no ${type} was heard; only ${types(this.#since(from)).join(", ")}`;
    return await this.#waiting.for(pass, complaint);
  }

  /** Enters and joins, and returns the welcome. */
  async join(code: string, name: string): Promise<EventOf<"welcome">> {
    await this.must({ type: "enter", code });
    await this.must({ type: "join", name, media: allOn });
    return await this.next("welcome");
  }

  /** Enters and asks to be let in. */
  async knock(code: string, name: string): Promise<void> {
    await this.must({ type: "enter", code });
    await this.must({ type: "join", name, media: allOn });
    await this.next("waiting");
  }

  async say(text: string, to: number | null = null): Promise<void> {
    await this.must({ type: "say", to, text });
  }

  /** The seat it had last. */
  get seat(): Seat {
    if (this.#seat === undefined) throw new Error("this client has not entered");
    return this.#seat;
  }

  /** Its number in the meeting. */
  get you(): number {
    return this.seat.you;
  }

  get lastSequence(): number {
    return this.heard.reduce((last, { sequence }) => Math.max(last, sequence), 0);
  }

  /** `websocket` or `polling`. */
  get transport(): string | undefined {
    return this.socket.io.engine.transport?.name;
  }

  close(): void {
    this.socket.disconnect();
  }

  /** Breaks the connection without leaving. */
  cut(): void {
    this.socket.io.engine.close();
  }

  #since(from: number): NativeEvent[] {
    return this.heard.slice(from, this.#passed).map(({ event }) => event);
  }
}

/** The types of events, for a look at their order. */
export function types(events: NativeEvent[]): NativeEvent["type"][] {
  return events.map(({ type }) => type);
}
