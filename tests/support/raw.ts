/** A websocket that speaks Engine.IO by hand, and badly if it likes. */
import { WebSocket } from "ws";

import type { NativeReply } from "../../ui/src/protocol/NativeReply.ts";
import { Waiting } from "./waiting.ts";

export class Raw {
  /** Every text that came, pings and answers left out. */
  readonly frames: string[] = [];
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, NativeReply>();
  readonly #waiting = new Waiting();
  #asked = 0;

  private constructor(url: string) {
    const address = `${url.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`;
    this.#socket = new WebSocket(address, { rejectUnauthorized: false });
    this.#socket.on("message", (data: Buffer) => this.#receive(data.toString()));
    this.#socket.on("close", () => this.#waiting.wake());
    this.#socket.on("error", () => {});
  }

  /** Opens a connection that has not said anything yet. */
  static async open(url: string): Promise<Raw> {
    const raw = new Raw(url);
    await raw.until((frame) => frame.startsWith("0"));
    return raw;
  }

  /** Opens a connection, and connects to the namespace. */
  static async connect(url: string, token: string): Promise<Raw> {
    const raw = await Raw.open(url);
    raw.send(`40${JSON.stringify({ token })}`);
    await raw.until((frame) => frame.startsWith("40"));
    return raw;
  }

  /** Sends a frame, text or binary; bytes that are to pass for text as such. */
  send(frame: string | Buffer, { binary = false } = {}): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame, { binary });
  }

  /** Asks, and returns whatever is answered. */
  async ask(request: unknown): Promise<NativeReply> {
    const id = this.#asked++;
    this.send(`42${id}${JSON.stringify(["request", request])}`);
    return await this.answer(id);
  }

  /** The answer to the packet with an id; an error if the connection ended before. */
  async answer(id: number): Promise<NativeReply> {
    return await this.#find(() => this.#answers.get(id));
  }

  /** The first frame of a kind, whether it came already or is still to come. */
  async until(kind: (frame: string) => boolean): Promise<string> {
    return await this.#find(() => this.frames.find(kind));
  }

  /** Waits until the other side has ended the connection. */
  async ended(): Promise<void> {
    await this.#find(() => !this.lives || undefined);
  }

  get lives(): boolean {
    return this.#socket.readyState === WebSocket.OPEN || this.#socket.readyState === 0;
  }

  /** Stops reading, so that the other side's buffers fill. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.terminate();
  }

  #receive(frame: string): void {
    const answer = /^43(\d+)\[/.exec(frame);
    if (frame === "2") {
      this.send("3");
    } else if (answer === null) {
      this.frames.push(frame);
    } else {
      const [reply] = JSON.parse(frame.slice(answer[0].length - 1)) as [NativeReply];
      this.#answers.set(Number(answer[1]), reply);
    }
    this.#waiting.wake();
  }

  async #find<T>(find: () => T | undefined): Promise<T> {
    const look = () => {
      const found = find();
      if (found === undefined && !this.lives) throw new Error("the connection was ended");
      return found;
    };
    const complaint = () => `nothing came; so far ${this.frames.join("\n").slice(0, 1_000)}`;
    return await this.#waiting.for(look, complaint);
  }
}
