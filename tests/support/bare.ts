/** The bare Debian that `cargo xtask install-test` made, and what runs in it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

import { track } from "./session.ts";

export const root = resolve(process.env["BARE_ROOT"] ?? "../target/scratch/bare-root");

interface How {
  /** Another root than the bare Debian's. */
  root?: string;
  /** Who runs it, as `UID:GID`. */
  as?: string;
  /** Whether it may write to `/data` alone. */
  readOnly?: boolean;
}

/** Starts a program in the bare root; all it starts ends with it. */
export function start(words: string[], how: How = {}): ChildProcess {
  const env = { ...process.env, AS: how.as ?? "0:0", READ_ONLY: how.readOnly === true ? "1" : "" };
  const inside = [how.root ?? root, ...words];
  return track(
    spawn(resolve("install/inside.sh"), inside, { stdio: ["ignore", "pipe", "pipe"], env }),
  );
}

/** Runs a program in the bare root to its end, for what it prints. */
export async function run(...words: string[]): Promise<string> {
  const child = start(words);
  const exited = once(child, "exit") as Promise<[number | null]>;
  const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), exited]);
  if (code !== 0) throw new Error(`${words.join(" ")}: ${code}\n${out}${err}`);
  return out;
}

/** Ends what was started, with everything inside, and waits until it has. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}
