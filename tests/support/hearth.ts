/** The desktop app as its user starts it, without anyone who drives its page. */
import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

import { type Session, ended, track } from "./session.ts";
import { Waiting } from "./waiting.ts";

export const app = resolve(process.env["HEARTH_APP"] ?? "../target/debug/hearth");

export class Hearth {
  readonly #log: string[] = [];
  readonly #waiting = new Waiting();

  private constructor(private readonly process: ChildProcess) {
    const lines = createInterface({ input: process.stderr as Readable });
    lines.on("line", (line) => {
      this.#log.push(line);
      this.#waiting.wake();
    });
    process.once("exit", () => this.#waiting.wake());
  }

  /** Starts it, and waits until its server answers. */
  static async start(session: Session, ...given: string[]): Promise<Hearth> {
    const hearth = Hearth.#spawn(session, given);
    await hearth.says("Listening on ");
    return hearth;
  }

  /** Starts it while another one runs, to which it gives what it was started with. */
  static async again(session: Session, ...given: string[]): Promise<number | null> {
    const { process } = Hearth.#spawn(session, given);
    return await new Promise((resolve) => process.once("exit", resolve));
  }

  static #spawn(session: Session, given: string[]): Hearth {
    const stdio: ["ignore", "ignore", "pipe"] = ["ignore", "ignore", "pipe"];
    return new Hearth(track(spawn(app, given, { env: session.env, stdio })));
  }

  /** The address of its server. */
  get url(): string {
    const line = this.#log.find((it) => it.includes("Listening on "));
    return `http://${/Listening on (\S+)/.exec(line ?? "")?.[1]}`;
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** Waits until it logs something. */
  async says(text: string): Promise<void> {
    const found = () => {
      if (this.#log.some((line) => line.includes(text))) return true;
      if (this.process.exitCode !== null) throw new Error(`Hearth ended:\n${this.log}`);
      return undefined;
    };
    await this.#waiting.for(found, () => `Hearth never said “${text}”:\n${this.log}`);
  }

  /** Waits until it ends by itself, and returns its exit code. */
  async exited(): Promise<number | null> {
    const found = () => (this.isOver ? { code: this.process.exitCode } : undefined);
    return (await this.#waiting.for(found, () => `Hearth goes on:\n${this.log}`)).code;
  }

  get isOver(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  get log(): string {
    return this.#log.join("\n");
  }

  /** Ends it as logging out does. */
  async stop(): Promise<number | null> {
    if (!this.isOver) await ended(this.process);
    return this.process.exitCode;
  }
}
