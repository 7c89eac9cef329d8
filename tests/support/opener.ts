/** The user's browser, stood in by a script that remembers what it was to open. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Session } from "./session.ts";

export class Opener {
  private constructor(private readonly list: string) {}

  /** Makes it the browser of a session, as installing one does; it may do more than remember. */
  static async install({ home }: Session, more = ""): Promise<Opener> {
    const [script, list] = [join(home, "browser"), join(home, "opened")];
    await writeFile(script, `#!/bin/sh\necho "$1" >> ${list}\n${more}\n`, { mode: 0o755 });
    const applications = join(home, "share/applications");
    await mkdir(applications, { recursive: true });
    const entry = `[Desktop Entry]\nType=Application\nName=Browser\nExec=${script} %u\n`;
    await writeFile(join(applications, "browser.desktop"), entry);
    await mkdir(join(home, "config"), { recursive: true });
    const kinds = ["http", "https"].map((it) => `x-scheme-handler/${it}=browser.desktop`);
    const defaults = ["[Default Applications]", ...kinds, ""].join("\n");
    await writeFile(join(home, "config/mimeapps.list"), defaults);
    return new Opener(list);
  }

  /** The addresses that were opened. */
  async opened(): Promise<string[]> {
    const text = await readFile(this.list, "utf8").catch(() => "");
    return text.split("\n").filter((line) => line !== "");
  }

  /** The page that was opened last, without the ticket with which it was. */
  async page(): Promise<string | undefined> {
    return (await this.opened()).at(-1)?.replace(/#ticket=.+$/, "#ticket");
  }
}
