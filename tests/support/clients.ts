/** What server tests start with: a server of their own, and clients in meetings. */
import { expect, test as base } from "@playwright/test";

import { Client, type Look } from "./client.ts";
import { Hearthd, type Options } from "./hearthd.ts";
import { newMeeting } from "./rest.ts";

interface Fixtures {
  /** How the server is started; to be set by `test.use`. */
  options: Options;
  hearthd: Hearthd;
  /** Connects someone; closed with the test. */
  client: (look?: Look & { url?: string }) => Promise<Client>;
  /** A meeting of the first, who hosts it, with everybody in. */
  meeting: <const Names extends string[]>(
    ...names: Names
  ) => Promise<{ code: string; members: { [Each in keyof Names]: Client } }>;
}

export const test = base.extend<Fixtures>({
  options: [{}, { option: true }],
  hearthd: async ({ options }, use) => {
    const hearthd = await Hearthd.start(options);
    await use(hearthd);
    await hearthd.remove();
    expect(hearthd.log).not.toContain("panicked");
  },
  client: async ({ hearthd }, use) => {
    const clients: Client[] = [];
    await use(async ({ url = hearthd.url, ...look } = {}) => {
      const client = new Client(url, look);
      clients.push(client);
      return await client.connected();
    });
    for (const client of clients) client.close();
  },
  meeting: async ({ client, hearthd }, use) => {
    await use(async <const Names extends string[]>(...names: Names) => {
      const members: Client[] = [];
      let code = "";
      for (const name of names) {
        const newcomer = await client();
        code ||= await newMeeting(hearthd.url, newcomer.token!);
        await newcomer.join(code, name);
        await Promise.all(members.map((member) => member.next("joined")));
        members.push(newcomer);
      }
      return { code, members: members as { [Each in keyof Names]: Client } };
    });
  },
});

export { expect };
