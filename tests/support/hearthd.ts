/** A `hearthd` of the test's own: a free port, its own data, ended with the test. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

export const binary = resolve(process.env["HEARTHD"] ?? "../target/debug/hearthd");

export interface Options {
  /** Where to listen; a free port of loopback if not given. */
  listen?: string;
  name?: string;
  /** Who on the network sees it; nobody if not given, so that tests do not see each other.
   * An empty text leaves it to the server. */
  visibility?: string;
  /** More command line arguments. */
  args?: string[];
  /** More environment variables. */
  env?: Record<string, string>;
  /** Tells it where to listen and the like by its environment, not by flags. */
  byEnvironment?: boolean;
  /** Words in front of the command, such as `ip netns exec NAME`. */
  inside?: string[];
}

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export class Hearthd {
  /** The lines it printed on stdout. */
  readonly printed: string[] = [];
  /** The first of them: the address that people open. */
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
    await this.stop(signal);
    const listen = this.options.listen ?? "127.0.0.1:0";
    await this.#spawn(listen.replace(/\d+$/, String(this.port)));
  }

  /** Stops it, and returns its exit code: `null` if the signal killed it. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || isOver(child)) return child?.exitCode ?? null;
    const exited = once(child, "exit");
    child.kill(signal);
    const [code] = (await exited) as [number | null];
    return code;
  }

  /** Ends it and removes its data. */
  async remove(): Promise<void> {
    await this.stop("SIGKILL");
    await rm(this.data, { recursive: true, force: true });
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error("hearthd is not running");
    return pid;
  }

  /** Whether the process that was started last still runs. */
  get lives(): boolean {
    return this.#process !== undefined && !isOver(this.#process);
  }

  get log(): string {
    return this.#log;
  }

  async #spawn(listen: string): Promise<void> {
    const { name = "Test", visibility = "nobody", args = [], env = {} } = this.options;
    const { byEnvironment = false, inside = [] } = this.options;
    const all = Object.entries({ listen, data: this.data, name, visibility });
    const settings = all.filter(([, value]) => value !== "");
    const flags = byEnvironment ? [] : settings.flatMap(([key, value]) => [`--${key}`, value]);
    const variables = settings.map(([key, value]) => [`HEARTH_${key.toUpperCase()}`, value]);
    const [command, ...rest] = [...inside, binary, ...flags, ...args] as [string, ...string[]];
    const child = spawn(command, rest, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...(byEnvironment ? Object.fromEntries(variables) : {}), ...env },
    });
    this.#process = child;
    running.add(child);
    child.once("exit", () => running.delete(child));
    child.stderr.on("data", (chunk: Buffer) => (this.#log += chunk.toString()));
    const failed = once(child, "exit").then(([code]) => {
      throw new Error(`hearthd ended with ${String(code)} before it answered:\n${this.#log}`);
    });
    const lines = createInterface(child.stdout);
    lines.on("line", (line) => this.printed.push(line));
    [this.url] = await Promise.race([once(lines, "line") as Promise<[string]>, failed]);
    failed.catch(() => {});
  }
}

function isOver({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Runs `hearthd` where it is expected to end by itself. */
export async function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(binary, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, HEARTH_VISIBILITY: "nobody", ...env },
    timeout: 10_000,
  });
  const exited = once(child, "exit") as Promise<[number | null]>;
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    exited,
  ]);
  return { code, stdout, stderr };
}
