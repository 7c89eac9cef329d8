import { readFile } from "node:fs/promises";

import { test } from "@playwright/test";

import { figures } from "../support/figures.ts";
import { Hearth } from "../support/hearth.ts";
import { Session } from "../support/session.ts";

// What a page loads and a webview tidies up is over by then.
const SETTLED = 10_000;

test("from start to the window, and the memory it takes", async () => {
  test.setTimeout(600_000);
  const shown: number[] = [];
  const resident: number[] = [];
  const proportional: number[] = [];
  for (let run = 0; run < 10; run++) {
    const session = await Session.start();
    const before = performance.now();
    const hearth = await Hearth.start(session);
    await session.window();
    shown.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, SETTLED));
    resident.push(await memory(hearth.pid, "Rss"));
    proportional.push(await memory(hearth.pid, "Pss"));
    await hearth.stop();
    await session.stop();
  }
  console.log(`hearth, first start to its window:              ${figures(shown, "ms")}`);
  console.log(`hearth without WebKit's processes, resident:    ${figures(resident, "MiB")}`);
  console.log(`  the same, what others share taken in part:    ${figures(proportional, "MiB")}`);
});

/** Memory of a process in MiB. */
async function memory(pid: number, kind: "Rss" | "Pss"): Promise<number> {
  const sums = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(new RegExp(`^${kind}:\\s+(\\d+) kB`, "m").exec(sums)?.[1]) / 1024;
}
