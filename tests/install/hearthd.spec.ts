import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

import { expect, test } from "@playwright/test";

import { freePort } from "../support/addresses.ts";
import { end, root, run, start } from "../support/bare.ts";
import { track } from "../support/session.ts";

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

test("booted, its unit serves, as a user of its own who may do nothing", async () => {
  await run(..."apt-get --quiet=2 --yes install systemd systemd-sysv".split(" "));
  const port = await freePort();
  await writeFile(
    join(root, "etc/default/hearthd"),
    `HEARTH_LISTEN=127.0.0.1:${port}\nHEARTH_VISIBILITY=nobody\n`,
  );
  const machine = boot();
  try {
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        (it) => it.ok,
        () => false,
      );
    await expect.poll(answers, { timeout: 60_000 }).toBe(true);
    const status = await readFile(`/proc/${await hearthdWithin(root)}/status`, "utf8");
    const says = (key: string) => new RegExp(`^${key}:\\s+(\\w+)`, "m").exec(status)?.[1];
    expect(Number(says("Uid")), "systemd made the user up").toBeGreaterThanOrEqual(61184);
    expect([says("CapBnd"), says("NoNewPrivs")]).toEqual(["0000000000000000", "1"]);
    expect(says("Seccomp"), "system calls are filtered").toBe("2");
    const kept = await stat(join(root, "var/lib/private/hearthd"));
    expect(kept.mode & 0o777, "what it keeps is nobody else's to read").toBe(0o700);
  } finally {
    await end(machine);
  }
});

/** Boots the bare root's systemd. It has this machine's network. */
function boot(): ChildProcess {
  const apart = ["--mount", "--pid", "--fork", "--kill-child=KILL", "--mount-proc"];
  const nspawn = ["systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--directory", root];
  return track(spawn("unshare", [...apart, ...nspawn, "--boot"], { stdio: "ignore" }));
}

/** The process of the hearthd that has another root. */
async function hearthdWithin(folder: string): Promise<string> {
  const etc = await stat(join(folder, "etc"));
  for (const pid of await readdir("/proc")) {
    if ((await readlink(`/proc/${pid}/exe`).catch(() => "")) !== "/usr/bin/hearthd") continue;
    const its = await stat(`/proc/${pid}/root/etc`);
    if (its.dev === etc.dev && its.ino === etc.ino) return pid;
  }
  throw new Error(`No hearthd runs within ${folder}`);
}

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
