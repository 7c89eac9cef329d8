/** A network of the test's own that has nothing but loopback. */
import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export class Namespace {
  private constructor(
    readonly name: string,
    private readonly folder: string,
  ) {}

  /** `undefined` where this user may make none. */
  static async make(): Promise<Namespace | undefined> {
    const name = `hearth-${process.pid}-${Date.now().toString(36)}`;
    try {
      await run("ip", ["netns", "add", name]);
    } catch {
      return undefined;
    }
    await run("ip", ["-n", name, "link", "set", "lo", "up"]);
    return new Namespace(name, await mkdtemp(join(tmpdir(), "hearth-namespace-")));
  }

  /** The words that make a command run inside. */
  get inside(): string[] {
    return ["ip", "netns", "exec", this.name];
  }

  /** A program that runs another one inside. */
  async wrap(program: string): Promise<string> {
    const path = join(this.folder, "inside");
    await writeFile(path, `#!/bin/sh\nexec ${this.inside.join(" ")} ${program} "$@"\n`);
    await chmod(path, 0o755);
    return path;
  }

  async remove(): Promise<void> {
    await run("ip", ["netns", "delete", this.name]);
    await rm(this.folder, { recursive: true, force: true });
  }
}
