/** What tests of the desktop app start with. */
import { test as base } from "@playwright/test";

import type { CallCard } from "../../ui/src/protocol/CallCard.ts";
import { Client } from "./client.ts";
import { Desktop, type Options } from "./desktop.ts";
import { Hearth } from "./hearth.ts";
import { Session } from "./session.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  session: Session;
  /** Starts the app, as its user does. */
  hearth: (...given: string[]) => Promise<Hearth>;
  /** Starts the app, and drives its window. */
  desktop: (options?: Options) => Promise<Desktop>;
  /** A page at this computer that stands by. */
  standing: (url: string) => Promise<Client>;
  /** A page at this computer that holds a call. */
  holder: (url: string, card: CallCard) => Promise<Client>;
}

export const test = base.extend<Fixtures>({
  session: async ({}, use) => {
    const session = await Session.start();
    await use(session);
    await session.stop();
  },
  hearth: async ({ session }, use) => {
    const started: Hearth[] = [];
    await use(async (...given) => {
      const hearth = await Hearth.start(session, ...given);
      started.push(hearth);
      return hearth;
    });
    for (const hearth of started) await hearth.stop();
  },
  desktop: async ({ session }, use) => {
    const started: Desktop[] = [];
    await use(async (options = {}) => {
      const desktop = await Desktop.start({ ...options, session });
      started.push(desktop);
      return desktop;
    });
    for (const desktop of started) await desktop.close();
  },
  standing: async ({}, use) => {
    const pages: Client[] = [];
    await use(async (url) => {
      const page = await new Client(url).connected();
      pages.push(page);
      await page.must({ type: "standBy", name: "Ada" });
      return page;
    });
    pages.forEach((page) => page.close());
  },
  holder: async ({ standing }, use) => {
    await use(async (url, card) => {
      const holder = await standing(url);
      await holder.must({ type: "holdCall", card });
      return holder;
    });
  },
});
