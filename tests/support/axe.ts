/** What axe has against a page. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import type { AxeResults } from "axe-core";

import type { Desktop } from "./desktop.ts";
import type { Person } from "./person.ts";

const axe = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What it finds on the page as it is. */
export async function faults({ page }: Person): Promise<string[]> {
  await page.evaluate(await axe);
  return told((await page.evaluate("axe.run()")) as AxeResults);
}

/** What it finds in the app's window. */
export async function faultsInWindow({ driver }: Desktop): Promise<string[]> {
  await driver.executeScript(await axe);
  return told(await driver.executeAsyncScript<AxeResults>("axe.run().then(arguments[0])"));
}

function told({ violations }: AxeResults): string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join("\n  ")}`);
}
