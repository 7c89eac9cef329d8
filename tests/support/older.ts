/** A client of one of the older systems: their own Socket.IO client, and what it heard. */
import { type ManagerOptions, type Socket, type SocketOptions, io } from "socket.io-client";

import { Waiting } from "./waiting.ts";

export type Dialect = "twalky" | "meetup" | "webrtc-chat" | "animo" | "hellotalk";

/** An event's name and its arguments. */

export type Told = [name: string, ...args: any[]];

export type OlderLook = Partial<ManagerOptions & SocketOptions>;

export class Older {
  readonly socket: Socket;
  readonly heard: Told[] = [];
  #passed = 0;
  readonly #waiting = new Waiting();

  /** `base` is what such a client is configured with: server and dialect in one address. */
  constructor(
    readonly base: string,
    options: OlderLook = {},
  ) {
    this.socket = io(base, {
      forceNew: true,
      reconnection: false,
      transports: ["websocket"],
      ...options,
    });
    this.socket.onAny((...told: Told) => {
      this.heard.push(told);
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

  get id(): string {
    return this.socket.id!;
  }

  say(name: string, ...args: unknown[]): void {
    this.socket.emit(name, ...args);
  }

  /** The arguments of the next event of a name; others before it are passed over. */
  async next(name: string): Promise<any[]> {
    const [, ...args] = (await this.until(name)).at(-1)!;
    return args;
  }

  /** What comes up to and including the next event of a name, nothing passed over. */
  async until(name: string): Promise<Told[]> {
    const from = this.#passed;
    const pass = () => {
      while (this.#passed < this.heard.length) {
        if (this.heard[this.#passed++]![0] === name) return this.heard.slice(from, this.#passed);
      }
      return undefined;
    };
    const complaint = () =>
      `no ${name} was heard; only ${JSON.stringify(this.heard.slice(from, this.#passed))}`;
    return await this.#waiting.for(pass, complaint);
  }

  /** The names of what came since one last waited, up to and including `name`. */
  async namesUntil(name: string): Promise<string[]> {
    return (await this.until(name)).map(([name]) => name);
  }

  close(): void {
    this.socket.disconnect();
  }
}
