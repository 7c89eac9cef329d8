/** What tests of calls between clients of any kind start with. */
import { test as base } from "./fixtures.ts";
import { guestToken } from "./client.ts";
import { Hearthd } from "./hearthd.ts";
import type { Dialect } from "./older.ts";
import { Pages } from "./pages.ts";
import type { Person } from "./person.ts";
import { newMeeting } from "./rest.ts";

interface Fixtures {
  pages: Pages;
  /** The code of a meeting that nobody is in yet. */
  code: string;
  /** Opens a page of a dialect, which goes where it is told at once. */
  caller: (dialect: Dialect, name: string, to?: string, token?: string) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  pages: async ({}, use) => {
    const pages = await Pages.serve();
    await use(pages);
    pages.close();
  },
  hearthd: async ({ pages }, use) => {
    const hearthd = await Hearthd.start({ args: ["--allow-origin", pages.origin] });
    await use(hearthd);
    await hearthd.remove();
  },
  code: async ({ hearthd }, use) => use(await newMeeting(hearthd.url, guestToken())),
  caller: async ({ hearthd, pages, person }, use) => {
    await use(async (dialect, name, to, token) => {
      const caller = await person(name);
      const query = new URLSearchParams({ server: `${hearthd.url}/${dialect}`, name });
      if (to !== undefined) query.set("to", to);
      if (token !== undefined) query.set("token", token);
      await caller.page.goto(`${pages.origin}/${dialect}.html?${query}`);
      await caller.sees(name);
      return caller;
    });
  },
});

export { expect } from "./fixtures.ts";
