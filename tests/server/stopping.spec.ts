import { connect } from "node:net";

import type { PastMeetingDetails } from "../../ui/src/protocol/PastMeetingDetails.ts";
import { everything } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

test("everyone hears that the server stops, and it stops in good order", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada] = members;
  await ada.must({ type: "setPolicy", policy: { ...everything, lobby: true } });
  const waiting = await client({ transports: ["polling"] });
  await waiting.knock(code, "Cleo");
  const looking = await client({ transports: ["polling", "websocket"] });
  await looking.must({ type: "enter", code });
  const outside = await client();
  await ada.say("the last word");

  const everyone = [...members, waiting, looking, outside];
  const farewells = everyone.map(async (each) => {
    await each.next("stopping");
    expect(each.heard.at(-1)).toEqual({ sequence: 0, event: { type: "stopping" } });
    await each.disconnected();
  });
  expect(await hearthd.stop()).toBe(0);
  await Promise.all(farewells);
  expect(hearthd.log).toContain("Stopped");
  expect(hearthd.log).not.toMatch(/WARN|ERROR/);
});

test("what was said before it stopped is in the history after", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const said: string[] = [];
  const [ada, ben] = members;
  const talking = [ada, ben].flatMap((member) =>
    Array.from({ length: 150 }, async (_, i) => {
      await member.say(`${member.you}.${i}`);
      said.push(`${member.you}.${i}`);
    }),
  );
  const silence = Promise.allSettled(talking);
  await Promise.any(talking);
  await hearthd.restart();
  await silence;

  const token = ada.token!;
  const history = await rest<PastMeetingDetails>(hearthd.url, "GET", `/history/${code}`, { token });
  const kept = history.body.chat.map(({ text }) => text);
  expect(kept).toEqual(expect.arrayContaining(said));
  expect(history.body.attendance, "nobody is in any more").toMatchObject([
    { name: "Ada", until: expect.any(Number) },
    { name: "Ben", until: expect.any(Number) },
  ]);
  const again = await client({ token });
  expect((await again.join(code, "Ada")).chat.map(({ text }) => text)).toEqual(kept.slice(-200));
});

test("nobody can hold up a server that stops", async ({ hearthd, client }) => {
  const idle = await client();
  const silent = connect(hearthd.port, "127.0.0.1");
  const half = connect(hearthd.port, "127.0.0.1");
  half.write("GET /api/server HTTP/1.1\r\nHost: x\r\n");
  const waiting = connect(hearthd.port, "127.0.0.1");
  waiting.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
  await new Promise((resolve) => waiting.once("data", resolve));
  for (const socket of [silent, half, waiting]) socket.on("error", () => {});
  await idle.refused({ type: "leave" });

  const before = performance.now();
  expect(await hearthd.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(5_000);
  for (const socket of [silent, half, waiting]) socket.destroy();
});

test("Ctrl-C stops it as well", async ({ hearthd }) => {
  expect(await hearthd.stop("SIGINT")).toBe(0);
});

test("what was acknowledged survives being killed, again and again", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada");
  const token = members[0].token!;
  const acknowledged: string[] = [];
  for (let round = 0; round < 8; round++) {
    const ada = await client({ token });
    await ada.join(code, "Ada");
    const lines = Array.from({ length: 60 }, (_, i) => `${round}.${i}`);
    const talking = lines.map(async (line) => {
      await ada.say(line);
      acknowledged.push(line);
    });
    const silence = Promise.allSettled(talking);
    await talking[(round * 7) % lines.length];
    await hearthd.restart("SIGKILL");
    await silence;

    const path = `/history/${code}`;
    const { body } = await rest<PastMeetingDetails>(hearthd.url, "GET", path, { token });
    const kept = body.chat.map(({ text }) => text);
    expect(kept, `after round ${round}`).toEqual(expect.arrayContaining(acknowledged));
    const unique = new Set(kept);
    expect(unique.size, "and none of it twice").toBe(kept.length);
  }
});
