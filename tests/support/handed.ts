/** The user's browser: a Chromium with devices of its own that starts when a link is opened. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { type Browser, type Page, chromium } from "@playwright/test";

import { executable, flags } from "./chromium.ts";
import { Opener } from "./opener.ts";
import type { Session } from "./session.ts";
import { PATIENCE } from "./waiting.ts";

export class HandedBrowser {
  #browser: Browser | undefined;

  private constructor(private readonly home: string) {}

  /** Makes it the browser of a session, as installing one does. */
  static async install(session: Session): Promise<HandedBrowser> {
    const { home } = session;
    const given = [
      "--headless=new",
      // Words of one flag stay together in the script.
      ...flags.map((flag) => `"${flag}"`),
      "--remote-debugging-port=0",
      `--user-data-dir=${join(home, "chromium")}`,
    ];
    const starts = `${executable} ${given.join(" ")} "$1" >/dev/null 2>&1 &\necho $! > ${home}/chromium.pid`;
    await Opener.install(session, starts);
    return new HandedBrowser(home);
  }

  /** The page that was opened. */
  async page(): Promise<Page> {
    if (this.#browser === undefined) {
      this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${await this.#port()}`);
    }
    const [context] = this.#browser.contexts();
    return context!.pages()[0] ?? (await context!.waitForEvent("page"));
  }

  /** Where it can be talked to, once it says so; asking it would take time from its start. */
  async #port(): Promise<string> {
    const said = join(this.home, "chromium/DevToolsActivePort");
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const [port, path] = (await readFile(said, "utf8").catch(() => "")).split("\n");
      if (port !== undefined && path !== undefined) return port;
      if (Date.now() > deadline) throw new Error("no browser was started");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    const pid = await readFile(join(this.home, "chromium.pid"), "utf8").catch(() => null);
    if (pid === null) return;
    try {
      process.kill(Number(pid));
    } catch {
      // It ended by itself.
    }
  }
}
