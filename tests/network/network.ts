/** What tests of the network start with. */
import { test as base } from "@playwright/test";

import type { Neighbour } from "../../ui/src/protocol/Neighbour.ts";
import type { Client } from "../support/client.ts";
import { Lan } from "../support/lan.ts";

export const test = base.extend<{ lan: Lan }>({
  lan: async ({}, use) => {
    const lan = await Lan.make();
    test.skip(lan === undefined, "this user may make no network namespaces");
    await use(lan!);
    await lan!.remove();
  },
});

export { expect } from "@playwright/test";

/** Waits until the neighbours are as wanted, and returns how long that took. */
export async function sees(
  client: Client,
  wanted: (neighbours: Neighbour[]) => boolean,
): Promise<number> {
  const begun = performance.now();
  let last: Neighbour[] | undefined;
  for (;;) {
    const { neighbours } = await client.next("nearby").catch((error: Error) => {
      const names = last?.map(({ name }) => name).join(", ") ?? "nothing";
      throw new Error(`${error.message}; seen were at last ${last?.length ?? 0}: ${names}`);
    });
    if (wanted(neighbours)) return performance.now() - begun;
    last = neighbours;
  }
}

/** Whether someone of this name is among them. */
export const has = (name: string) => (neighbours: Neighbour[]) =>
  neighbours.some((neighbour) => neighbour.name === name);

/** Whether nobody is. */
export const nobody = (neighbours: Neighbour[]) => neighbours.length === 0;
