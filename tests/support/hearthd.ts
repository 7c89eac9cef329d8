/** A `hearthd` of the test's own: a free port, its own data, ended with the test. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const binary = resolve(process.env["HEARTHD"] ?? "../target/debug/hearthd");

export interface Options {
  /** Where to listen; a free port of loopback if not given. */
  listen?: string;
  name?: string;
  /** More command line arguments. */
  args?: string[];
  /** Words in front of the command, such as `ip netns exec NAME`. */
  inside?: string[];
}

export class Hearthd {
  /** The one line it printed: the address that people open. */
  url = "";
  #process: ChildProcess | undefined;
  #log = "";

  private constructor(
    readonly data: string,
    private readonly options: Options,
  ) {}

  static async start(options: Options = {}): Promise<Hearthd> {
    const hearthd = new Hearthd(await mkdtemp(join(tmpdir(), "hearth-test-")), options);
    await hearthd.#spawn(options.listen ?? "127.0.0.1:0");
    return hearthd;
  }

  /** Stops it and starts it again on the same data and the same port. */
  async restart(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const { port } = new URL(this.url);
    await this.stop(signal);
    await this.#spawn(`127.0.0.1:${port}`);
  }

  /** Stops it, and returns its exit code: `null` if the signal killed it. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return child?.exitCode ?? null;
    const exited = once(child, "exit");
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }

  /** Ends it and removes its data. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }

  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error("hearthd is not running");
    return pid;
  }

  get log(): string {
    return this.#log;
  }

  async #spawn(listen: string): Promise<void> {
    const { name = "Test", args = [], inside = [] } = this.options;
    const own = ["--listen", listen, "--data", this.data, "--name", name, ...args];
    const [command, ...rest] = [...inside, binary, ...own] as [string, ...string[]];
    const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    child.stderr.on("data", (text: Buffer) => (this.#log += text.toString()));
    const failed = once(child, "exit").then(([code]) => {
      throw new Error(`hearthd ended with ${String(code)} before it answered:\n${this.#log}`);
    });
    const line = once(createInterface(child.stdout), "line") as Promise<[string]>;
    [this.url] = await Promise.race([line, failed]);
    failed.catch(() => {});
  }
}
