import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Resolution } from "../../ui/src/protocol/Resolution.ts";
import { Client } from "../support/client.ts";
import { newMeeting, rest } from "../support/rest.ts";
import { expect, has, sees, test } from "./network.ts";

test("what is heard on the network is neither code, nor title, nor who is in", async ({ lan }) => {
  const [one, two] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
  ];
  const folder = await mkdtemp(join(tmpdir(), "hearth-capture-"));
  const file = join(folder, "all.pcap");
  const [first, ...rest_] = [...lan.inside, "tcpdump", "-i", "lan", "-U", "-w", file];
  const tcpdump = spawn(first!, rest_, { stdio: ["ignore", "ignore", "pipe"] });
  await once(tcpdump.stderr, "data");

  await one.host();
  const there = await one.local();
  const ada = await one.sit(there);
  await ada.must({ type: "standBy", name: "Announced" });
  const code = await newMeeting(there, ada.token!, { title: "Quiet redundancies" });
  await ada.join(code, "Ada Unannounced");
  await ada.say("Nobody hears this");

  await two.host();
  const here = await two.local();
  const watcher = await two.sit(here);
  await watcher.must({ type: "standBy", name: "Also announced" });
  await sees(watcher, has("Announced"));
  const { body } = await rest<Resolution>(here, "POST", "/resolve", { body: { code } });
  const prefix = body.path?.match(/^\/hosts\/[a-z2-7]{16}/)?.[0];
  expect(prefix, JSON.stringify(body)).toBeDefined();
  const ben = await new Client(here, { path: `${prefix}/socket.io/` }).connected();
  const welcome = await ben.join(code, "Ben Unannounced");
  expect(welcome.participants.map(({ name }) => name)).toContain("Ada Unannounced");
  await ben.say("Nor does anybody hear that");
  await ada.next("said");
  ben.close();

  tcpdump.kill();
  await once(tcpdump, "exit");
  const heard = (await readFile(file)).toString("latin1").toLowerCase();
  await rm(folder, { recursive: true });
  const [tag, second, third] = code.split("-") as [string, string, string];
  expect(heard, "the capture is of this network").toContain("_hearth");
  expect(heard, "the tag may be heard").toContain(`m=${tag}`);
  const secrets = [
    ...[`${tag}-${second}`, tag + second, `${second}-${third}`, second + third],
    ...["quiet redundancies", "unannounced", "nobody hears", "anybody hears"],
  ];
  for (const secret of secrets) expect(heard.includes(secret), secret).toBe(false);
});
