/** The user's browser: a Chromium with devices of its own that starts when a link is opened. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { type Browser, type Page, chromium } from "@playwright/test";

import { freePort } from "./addresses.ts";
import { executable, flags } from "./chromium.ts";
import { Opener } from "./opener.ts";
import type { Session } from "./session.ts";
import { PATIENCE } from "./waiting.ts";

export class HandedBrowser {
  #browser: Browser | undefined;

  private constructor(
    private readonly home: string,
    private readonly port: number,
  ) {}

  /** Makes it the browser of a session, as installing one does. */
  static async install(session: Session): Promise<HandedBrowser> {
    const { home } = session;
    const port = await freePort();
    const given = [
      "--headless=new",
      // Words of one flag stay together in the script.
      ...flags.map((flag) => `"${flag}"`),
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${join(home, "chromium")}`,
    ];
    const starts = `${executable} ${given.join(" ")} "$1" >/dev/null 2>&1 &\necho $! > ${home}/chromium.pid`;
    await Opener.install(session, starts);
    return new HandedBrowser(home, port);
  }

  /** The page that was opened. */
  async page(): Promise<Page> {
    if (this.#browser === undefined) {
      await this.#listens();
      this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${this.port}`);
    }
    const [context] = this.#browser.contexts();
    return context!.pages()[0] ?? (await context!.waitForEvent("page"));
  }

  /** Waits until it can be talked to, without taking time from its start. */
  async #listens(): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!existsSync(join(this.home, "chromium/DevToolsActivePort"))) {
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
