import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { test } from "@playwright/test";

import { figures } from "../support/figures.ts";
import { app } from "../support/hearth.ts";
import { Session, ended, track } from "../support/session.ts";
import { Shown } from "../support/shown.ts";

const RUNS = 10;
// Long enough for the page to have loaded, and for what it started to be over.
const IDLE = 5_000;

test("from the app's start to its window, and the memory it takes when idle", async () => {
  test.setTimeout(300_000);
  const session = await Session.start();
  const windows = await Shown.on(session.env["DISPLAY"]!);
  const [shown, again, ours, webkit]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let run = 0; run < RUNS; run++) {
    const home = await mkdtemp(join(tmpdir(), "hearth-bench-"));
    for (const times of [shown, again]) {
      const window = windows.window("Hearth");
      const before = performance.now();
      const hearth = start(session, home);
      times.push((await window) - before);
      await new Promise((resolve) => setTimeout(resolve, IDLE));
      if (times === again) {
        const own = await proportional(hearth.pid!);
        ours.push(own);
        const all = await Promise.all((await family(hearth.pid!)).map(proportional));
        webkit.push(all.reduce((a, b) => a + b, 0) - own);
      }
      await ended(hearth);
    }
    await rm(home, { recursive: true, force: true });
  }
  await windows.close();
  await session.stop();
  console.log(`hearth, first start to window:     ${figures(shown, "ms")}`);
  console.log(`hearth, later start to window:     ${figures(again, "ms")}`);
  console.log(`hearth, PSS when idle:             ${figures(ours, "MiB")}`);
  console.log(`WebKit's processes, PSS when idle: ${figures(webkit, "MiB")}`);
});

/** Starts the app as a user who has this folder alone. */
function start({ env }: Session, home: string): ChildProcess {
  const folders = {
    HOME: home,
    XDG_DATA_HOME: join(home, "share"),
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_CACHE_HOME: join(home, "cache"),
    HEARTH_DATA: join(home, "hearth"),
  };
  return track(spawn(app, { stdio: "ignore", env: { ...env, ...folders } }));
}

/** A process and all that descend from it. */
async function family(pid: number): Promise<number[]> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    const stat = /^\d+$/.test(name)
      ? await readFile(`/proc/${name}/stat`, "utf8").catch(() => "")
      : "";
    const parent = /\) \S (\d+)/.exec(stat)?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found = [pid];
  for (const known of found) {
    for (const [child, parent] of parents) if (parent === known) found.push(child);
  }
  return found;
}

/** What a process takes of memory, in MiB: of what several share, its part. */
async function proportional(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) / 1024;
}
