import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "../support/clients.ts";
import { run } from "../support/hearthd.ts";
import { ask, rest } from "../support/rest.ts";

const flags = ["listen", "data", "name", "ice-server", "server", "visibility", "allow-origin"];

test("--help explains every flag, and the variable that stands for it", async () => {
  const { code, stdout, stderr } = await run(["--help"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^Hosts Hearth's meetings/);
  for (const flag of flags) {
    const variable = `HEARTH_${flag.replace("-", "_").toUpperCase()}`;
    expect(stdout).toMatch(new RegExp(`--${flag} <[A-Z:]+>\\s+[A-Z].{20}[\\s\\S]*?${variable}`));
  }
  for (const line of stdout.split("\n")) expect(line.length, line).toBeLessThanOrEqual(100);
  const { stdout: version } = await run(["--version"]);
  expect(version).toMatch(/^hearthd \d+\.\d+\.\d+\n$/);
});

test.describe("what it is told by flags", () => {
  const args = ["--ice-server", "stun:one", "--ice-server", "turn:two"];
  test.use({ options: { name: "By the window", args } });

  test("is what it does", async ({ hearthd }) => {
    const { body } = await rest<object>(hearthd.url, "GET", "/server");
    expect(body).toMatchObject({ name: "By the window", iceServers: ["stun:one", "turn:two"] });
    expect(await readdir(hearthd.data)).toContain("hearth.db");
    expect(hearthd.printed).toEqual([`http://127.0.0.1:${hearthd.port}`]);
    expect((await ask(`${hearthd.url}/health`)).body).toBe('{"status":"ok"}');
    await hearthd.stop();
    expect(hearthd.printed, "one line, and no more").toHaveLength(1);
  });
});

test.describe("what it is told by its environment", () => {
  const env = {
    HEARTH_ICE_SERVER: "stun:one,turn:two",
    HEARTH_ALLOW_ORIGIN: "https://a.example,https://b.example",
  };
  test.use({ options: { name: "In a cupboard", byEnvironment: true, env } });

  test("is what it does as well", async ({ hearthd }) => {
    const { body } = await rest<object>(hearthd.url, "GET", "/server");
    expect(body).toMatchObject({ name: "In a cupboard", iceServers: ["stun:one", "turn:two"] });
    expect(await readdir(hearthd.data)).toContain("hearth.db");
    for (const origin of ["https://a.example", "https://b.example"]) {
      const { status } = await ask(`${hearthd.url}/api/server`, { headers: { origin } });
      expect(status).toBe(200);
    }
  });
});

test("what it does not understand, it says", async () => {
  const wrong: [string[], RegExp][] = [
    [["--listne", "127.0.0.1:0"], /unexpected argument '--listne'[\s\S]*'--listen'/],
    [["--listen", "here"], /invalid value 'here' for '--listen <ADDR:PORT>'/],
    [["--listen", "127.0.0.1:70000"], /invalid value '127.0.0.1:70000'/],
    [["--visibility", "friends"], /invalid value 'friends' for '--visibility <WHO>'/],
    [["--name"], /a value is required for '--name <NAME>'/],
    [["--allow-origin", "https://a.example/"], /Write it as https:\/\/host or/],
    [["--allow-origin", "a.example"], /invalid value 'a.example'/],
    [["extra"], /unrecognized subcommand 'extra'/],
  ];
  for (const [args, sentence] of wrong) {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout], args.join(" ")).toEqual([2, ""]);
    expect(stderr).toMatch(sentence);
  }
  const { code, stderr } = await run([], { HEARTH_LISTEN: "nowhere" });
  expect(code).toBe(2);
  expect(stderr).toContain("invalid value 'nowhere'");
});

test("a place that it cannot use, it names", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hearth-test-"));
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as { port: number };
  const file = join(folder, "file");
  await writeFile(file, "not a directory");
  const damaged = join(folder, "damaged");
  await run(["--data", damaged, "--listen", `127.0.0.1:${port}`]);
  await writeFile(
    join(damaged, "hearth.db"),
    "this is no database, whatever its name is".repeat(99),
  );
  const free = ["--listen", "127.0.0.1:0"];
  const impossible: [string[], string][] = [
    [["--listen", `127.0.0.1:${port}`, "--data", folder], `cannot listen on 127.0.0.1:${port}`],
    [["--listen", "192.0.2.99:0", "--data", folder], "cannot listen on 192.0.2.99:0"],
    [[...free, "--data", file], `cannot make ${file}`],
    [[...free, "--data", join(file, "below")], `cannot make ${join(file, "below")}`],
    [[...free, "--data", damaged], `cannot open ${join(damaged, "hearth.db")}`],
  ];
  for (const [args, sentence] of impossible) {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout], stderr).toEqual([1, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain("panicked");
  }
  taken.close();
  await rm(folder, { recursive: true });
});

test("two of them do not share a data directory", async ({ hearthd }) => {
  const { code, stderr } = await run(["--listen", "127.0.0.1:0", "--data", hearthd.data]);
  expect(code).toBe(1);
  expect(stderr).toContain(`cannot open ${join(hearthd.data, "hearth.db")}`);
  expect((await ask(`${hearthd.url}/health`)).status).toBe(200);
});
