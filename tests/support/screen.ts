/** A screen that nobody sees. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Interface, createInterface } from "node:readline";
import type { Readable } from "node:stream";

import { tool } from "./packages.ts";

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export class Screen {
  private constructor(
    readonly display: string,
    private readonly server: ChildProcess,
    private readonly watcher: ChildProcess,
    private readonly events: Interface,
  ) {}

  static async start(size = "1280x800"): Promise<Screen> {
    const args = ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp", "-ac"];
    const server = keep(spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] }));
    const [number] = (await once(createInterface(server.stdio[3] as Readable), "line")) as [string];
    const display = `:${number}`;
    const watch = ["-oL", "xev", "-display", display, "-root", "-event", "substructure"];
    const watcher = keep(spawn("stdbuf", watch, { stdio: ["ignore", "pipe", "ignore"] }));
    const events = createInterface(watcher.stdout!);
    const screen = new Screen(display, server, watcher, events);
    await screen.#watches();
    return screen;
  }

  /** Waits until a window with this title is shown, and says when that was. */
  async shows(title: string): Promise<number> {
    return await new Promise((resolve) => {
      let event = "";
      const hear = (line: string) => {
        const now = performance.now();
        if (/^\w+ event/.test(line)) event = line;
        const window = /window (0x[0-9a-f]+), override NO/.exec(line)?.[1];
        if (!event.startsWith("MapNotify") || window === undefined) return;
        if (!tool("xwininfo", "-display", this.display, "-id", window).includes(`"${title}"`))
          return;
        this.events.off("line", hear);
        resolve(now);
      };
      this.events.on("line", hear);
    });
  }

  async close(): Promise<void> {
    for (const child of [this.watcher, this.server]) {
      const exited = once(child, "exit");
      child.kill("SIGTERM");
      await exited;
    }
  }

  /** Waits until the watcher notices windows, by some that come and go. */
  async #watches(): Promise<void> {
    let heard = false;
    this.events.once("line", () => (heard = true));
    while (!heard) {
      const stdio = ["ignore", "pipe", "ignore"] as const;
      const probe = keep(
        spawn("stdbuf", ["-oL", "xev", "-display", this.display], { stdio: [...stdio] }),
      );
      await once(createInterface(probe.stdout!), "line");
      const exited = once(probe, "exit");
      probe.kill("SIGTERM");
      await exited;
    }
  }
}

function keep(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}
