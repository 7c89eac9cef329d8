/** Programs that are run to their end. */
import { spawnSync } from "node:child_process";

/** Runs a program for what it prints; fails with all it printed unless it went well. */
export function tool(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${status}\n${stdout}${stderr}`);
  return stdout;
}
