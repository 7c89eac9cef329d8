import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

import { expect, test } from "@playwright/test";

import { end, root, run, start } from "../support/bare.ts";

const options = ["--listen", "127.0.0.1:0", "--visibility", "nobody"];

test("installed, hearthd serves as nobody in particular", async () => {
  const hearthd = start(["/usr/bin/hearthd", ...options, "--data", "/tmp/hearthd"], {
    as: "65534:65534",
  });
  try {
    expect((await fetch(`${await address(hearthd)}/health`)).ok).toBe(true);
  } finally {
    await end(hearthd);
  }
});

test("its unit would be started with the machine, and speaks of a program that is there", async () => {
  const wanted = "/etc/systemd/system/multi-user.target.wants/hearthd.service";
  expect((await run("readlink", wanted)).trim()).toMatch(
    /\/lib\/systemd\/system\/hearthd.service$/,
  );
  const unit = await run("cat", wanted);
  await run("test", "-x", /^ExecStart=(\S+)/m.exec(unit)![1]!);
});

test("as its container would have it: a root that cannot be written, and a user without rights", async () => {
  const recipe = await readFile("../packaging/oci/Containerfile", "utf8");
  const [, user] = /^USER (\d+:\d+)$/m.exec(recipe)!;
  const [, program] = /^ENTRYPOINT \["(.+)"\]$/m.exec(recipe)!;
  const image = await mkdtemp(join(tmpdir(), "hearth-image-"));
  try {
    await chmod(image, 0o755);
    await mkdir(join(image, "data"));
    for (const file of [program!, ...(await libraries(program!))]) {
      await mkdir(join(image, dirname(file)), { recursive: true });
      await copyFile(join(root, file), join(image, file));
    }
    const words = [program!, ...options, "--data", "/data"];
    const hearthd = start(words, { root: image, as: user!, readOnly: true });
    try {
      expect((await fetch(`${await address(hearthd)}/health`)).ok).toBe(true);
    } finally {
      await end(hearthd);
    }
  } finally {
    await rm(image, { recursive: true });
  }
});

/** The address it prints; fails with what it says if it ends before. */
async function address(hearthd: ChildProcess): Promise<string> {
  let log = "";
  hearthd.stderr!.on("data", (chunk: Buffer) => (log += chunk.toString()));
  const failed = once(hearthd, "exit").then(() => {
    throw new Error(`hearthd ended before it answered:\n${log}`);
  });
  const printed = once(createInterface(hearthd.stdout!), "line") as Promise<[string]>;
  const [url] = await Promise.race([printed, failed]);
  failed.catch(() => {});
  return url;
}

/** What a program is linked with, and what links it. */
async function libraries(program: string): Promise<string[]> {
  const printed = await run("ldd", program);
  return [...printed.matchAll(/(\/\S+) \(0x/g)].map(([, path]) => path!);
}
