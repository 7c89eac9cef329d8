/** What axe has against a page. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";

import type { Person } from "./person.ts";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What it finds on the page as it is. */
export async function faults({ page }: Person): Promise<string[]> {
  await page.evaluate(await axe);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join("\n  ")}`);
}
