/** The thread on which a page runs its scripts and lays itself out, as Linux sees it. */
import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

// What `getconf CLK_TCK` says on every Linux that Chromium runs on.
const TICKS_PER_SECOND = 100;

export class MainThread {
  private constructor(private readonly pid: number) {}

  /** Has the page work hard, and takes the process that does. */
  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    const threads = processInfo
      .filter(({ type }) => type === "renderer")
      .map(({ id }) => new MainThread(id));
    const before = await Promise.all(threads.map((it) => it.seconds()));
    await page.evaluate(() => {
      const until = performance.now() + 1000;
      while (performance.now() < until);
    });
    const after = await Promise.all(threads.map((it) => it.seconds()));
    await session.detach();
    const spent = after.map((seconds, i) => seconds - before[i]!);
    return threads[spent.indexOf(Math.max(...spent))]!;
  }

  /** The processor time that it has taken so far. */
  async seconds(): Promise<number> {
    const stat = await readFile(`/proc/${this.pid}/task/${this.pid}/stat`, "utf8");
    // The name, which may have spaces, ends at the last bracket.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }
}
