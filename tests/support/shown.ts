/** Watches the windows of a screen, to know when one is shown. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type Interface, createInterface } from "node:readline";

import { ended, track } from "./session.ts";
import { tool } from "./tool.ts";

export class Shown {
  private constructor(
    private readonly display: string,
    private readonly watcher: ChildProcess,
    private readonly lines: Interface,
  ) {}

  /** Watches from now on. */
  static async on(display: string): Promise<Shown> {
    const watcher = watch(display, "-root", "-event", "substructure");
    const lines = createInterface(watcher.stdout!);
    let heard = false;
    lines.once("line", () => (heard = true));
    // It says nothing of when it begins, so windows come and go until it notices one.
    while (!heard) {
      const probe = watch(display);
      await once(createInterface(probe.stdout!), "line");
      await ended(probe);
    }
    return new Shown(display, watcher, lines);
  }

  /** Waits until a window with this title is shown, and says when that was. */
  async window(title: string): Promise<number> {
    return await new Promise((resolve) => {
      let event = "";
      const hear = (line: string) => {
        const now = performance.now();
        if (/^\w+ event/.test(line)) event = line;
        const window = /window (0x[0-9a-f]+), override NO/.exec(line)?.[1];
        if (!event.startsWith("MapNotify") || window === undefined) return;
        if (!this.#describes(window).includes(`"${title}"`)) return;
        this.lines.off("line", hear);
        resolve(now);
      };
      this.lines.on("line", hear);
    });
  }

  async close(): Promise<void> {
    await ended(this.watcher);
  }

  #describes(window: string): string {
    try {
      return tool("xwininfo", "-display", this.display, "-id", window);
    } catch {
      // It has gone already.
      return "";
    }
  }
}

function watch(display: string, ...what: string[]): ChildProcess {
  const words = ["-oL", "xev", "-display", display, ...what];
  return track(spawn("stdbuf", words, { stdio: ["ignore", "pipe", "ignore"] }));
}
