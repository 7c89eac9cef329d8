/** What browser tests start with: a server of their own, and people at browsers. */
import { test as base } from "@playwright/test";

import { Hearthd, type Options } from "./hearthd.ts";
import { type Look, Person } from "./person.ts";

interface Fixtures {
  /** How the server is started; to be set by `test.use`. */
  options: Options;
  hearthd: Hearthd;
  /** Opens a browser for someone; closed with the test. */
  person: (name: string, look?: Omit<Look, "name">) => Promise<Person>;
  /** People who are in one meeting, the first as its host. */
  meeting: (...names: string[]) => Promise<{ code: string; people: Person[] }>;
}

export const test = base.extend<Fixtures>({
  options: [{}, { option: true }],
  hearthd: async ({ options }, use) => {
    const hearthd = await Hearthd.start(options);
    await use(hearthd);
    await hearthd.remove();
  },
  person: async ({ browser, hearthd }, use, test) => {
    const people: Person[] = [];
    await use(async (name, look = {}) => {
      const person = await Person.open(browser, hearthd.url, { name, ...look });
      people.push(person);
      return person;
    });
    if (test.status !== test.expectedStatus) {
      // Where files of a run are not kept, this is all there is to go by.
      for (const person of people) console.error(await person.whatTheySee());
    }
    await Promise.all(people.map((person) => person.close()));
  },
  meeting: async ({ person }, use) => {
    await use(async (first, ...others) => {
      const host = await person(first!);
      const code = await host.newMeeting();
      await host.join();
      const people = [host];
      for (const name of others) {
        const guest = await person(name);
        await guest.goTo(code);
        await guest.join();
        people.push(guest);
      }
      return { code, people };
    });
  },
});

export { expect } from "@playwright/test";
