/** A websocket that speaks Engine.IO by hand, and badly if it likes. */
import { WebSocket } from "ws";

import type { NativeReply } from "../../ui/src/protocol/NativeReply.ts";

export class Raw {
  /** Every text that came, pings left out. */
  readonly frames: string[] = [];
  readonly #socket: WebSocket;
  #asked = 0;
  #woken = () => {};

  private constructor(url: string) {
    const address = `${url.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`;
    this.#socket = new WebSocket(address, { rejectUnauthorized: false });
    this.#socket.on("message", (data: Buffer) => {
      const text = data.toString();
      if (text === "2") this.send("3");
      else this.frames.push(text);
      this.#woken();
    });
    this.#socket.on("close", () => this.#woken());
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
    const start = `43${id}[`;
    const frame = await this.until((frame) => frame.startsWith(start));
    return (JSON.parse(frame.slice(start.length - 1)) as [NativeReply])[0];
  }

  /** The first frame of a kind, whether it came already or is still to come. */
  async until(kind: (frame: string) => boolean): Promise<string> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const found = this.frames.find(kind);
      if (found !== undefined) return found;
      if (!this.lives) throw new Error("the connection was ended");
      await this.#wait(deadline);
    }
  }

  /** Waits until the other side has ended the connection. */
  async ended(): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (this.lives) await this.#wait(deadline);
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

  async #wait(deadline: number): Promise<void> {
    const left = deadline - Date.now();
    if (left <= 0) throw new Error(`nothing came; so far ${this.frames.join("\n").slice(0, 1000)}`);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, left);
      this.#woken = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
