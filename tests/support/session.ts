/** A screen and a session bus of the test's own, for one user of a desktop. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { promisify } from "node:util";

import { type MessageBus, sessionBus } from "@jellybrick/dbus-next";

import { PATIENCE } from "./waiting.ts";

const run = promisify(execFile);

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export class Session {
  private constructor(
    readonly home: string,
    /** The environment of every program in it. */
    readonly env: NodeJS.ProcessEnv,
    /** Its bus, as a desktop's own services are on it. */
    readonly bus: MessageBus,
    private readonly programs: ChildProcess[],
  ) {}

  static async start(size = "1280x800"): Promise<Session> {
    const home = await mkdtemp(join(tmpdir(), "hearth-desktop-"));
    const [screen, display] = await started("Xvfb", [
      // Resetting itself after its last client left, it would turn away the next one.
      ...["-displayfd", "1", "-screen", "0", `${size}x24`, "-nolisten", "tcp", "-noreset"],
    ]);
    const [daemon, address] = await started("dbus-daemon", [
      ...["--session", "--nofork", "--print-address=1"],
    ]);
    const bus = sessionBus({ busAddress: address });
    await once(bus, "connect");
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DISPLAY: `:${display}`,
      DBUS_SESSION_BUS_ADDRESS: address,
      // The bus asks nobody else to start what the test has not.
      NO_AT_BRIDGE: "1",
      GTK_USE_PORTAL: "0",
      LANG: "C.UTF-8",
      HOME: home,
      XDG_DATA_HOME: join(home, "share"),
      XDG_CONFIG_HOME: join(home, "config"),
      XDG_CACHE_HOME: join(home, "cache"),
      XDG_RUNTIME_DIR: home,
      HEARTH_DATA: join(home, "hearth"),
      HEARTH_LISTEN: "127.0.0.1:0",
      HEARTH_NAME: "Desktop",
      HEARTH_VISIBILITY: "nobody",
    };
    delete env["WAYLAND_DISPLAY"];
    return new Session(home, env, bus, [screen, daemon]);
  }

  /** Lets a program manage the windows, as on any desktop. */
  async manageWindows(): Promise<void> {
    const manager = spawn("openbox", ["--sm-disable"], { env: this.env, stdio: "ignore" });
    this.programs.unshift(track(manager));
    for (;;) {
      const { stdout } = await run("xprop", ["-root", "_NET_SUPPORTING_WM_CHECK"], this);
      if (stdout.includes("window id")) return;
      if (manager.exitCode !== null) throw new Error("openbox did not start");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Does something with keys and windows. */
  async xdotool(...does: string[]): Promise<string> {
    return (await run("xdotool", does, this)).stdout.trim();
  }

  /** The windows of Hearth that can be seen. */
  async windows(): Promise<string[]> {
    const found = this.xdotool("search", "--onlyvisible", "--name", "^Hearth$");
    // It fails when it finds none.
    return (await found.catch(() => "")).split("\n").filter((id) => id !== "");
  }

  /** Waits until the one window of Hearth can be seen. */
  async window(): Promise<string> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const [window, ...others] = await this.windows();
      if (window !== undefined && others.length === 0) return window;
      if (Date.now() > deadline) throw new Error("Hearth shows no window");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    this.bus.disconnect();
    for (const program of this.programs) await ended(program);
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Ends a program, and waits until it has. */
export async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exited = once(program, "exit");
  program.kill("SIGTERM");
  await exited;
}

/** Has a program killed when the tests end without it. */
export function track(program: ChildProcess): ChildProcess {
  running.add(program);
  program.once("exit", () => running.delete(program));
  return program;
}

/** Starts a program that says in its first line how it is reached. */
async function started(command: string, given: string[]): Promise<[ChildProcess, string]> {
  const program = track(spawn(command, given, { stdio: ["ignore", "pipe", "ignore"] }));
  const lines = createInterface({ input: program.stdout as Readable });
  const line = once(lines, "line").then(([text]) => String(text));
  const failed = once(program, "exit").then(() => {
    throw new Error(`${command} did not start`);
  });
  const first = await Promise.race([line, failed]);
  failed.catch(() => undefined);
  return [program, first];
}
