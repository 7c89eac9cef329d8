import { cp } from "node:fs/promises";

import { newMeeting, rest } from "../support/rest.ts";
import { expect, has, nobody, sees, test } from "./network.ts";

test("people and meetings come and go within two seconds", async ({ lan }) => {
  const [one, two] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
  ];
  await one.host();
  const ada = await one.sit();
  await ada.must({ type: "standBy", name: "Ada" });

  const begun = performance.now();
  await two.host();
  const url = await two.local();
  const ben = await two.sit(url);
  await ben.must({ type: "standBy", name: "Ben" });
  await sees(ben, has("Ada"));
  await sees(ada, has("Ben"));
  expect(performance.now() - begun, "from the start of the second").toBeLessThan(2000);

  const code = await newMeeting(url, ben.token!);
  await ben.join(code, "Ben");
  const open = (tags: string[]) => sees(ada, ([it]) => it?.tags.join() === tags.join());
  expect(await open([code.slice(0, 3)])).toBeLessThan(2000);
  await ben.must({ type: "leave" });
  expect(await open([])).toBeLessThan(2000);

  const stopped = two.hearthd.stop();
  expect(await sees(ada, nobody), "since it was told to stop").toBeLessThan(2000);
  expect(await stopped).toBe(0);
});

test("who is cut off is gone when what they said is out of date", async ({ lan }) => {
  test.setTimeout(240_000);
  const [one, two] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
  ];
  await Promise.all([one.host(), two.host()]);
  const [ada, ben] = [await one.sit(), await two.sit()];
  await ada.must({ type: "standBy", name: "Ada" });
  await ben.must({ type: "standBy", name: "Ben" });
  await sees(ada, has("Ben"));
  await lan.ip("link", "set", two.portOf("eth0"), "nomaster");
  const cut = performance.now();
  // It hears nothing for longer than it is ready to wait for anything else.
  await expect
    .poll(() => ada.heard.at(-1)?.event, { timeout: 150_000, intervals: [500] })
    .toEqual({ type: "nearby", neighbours: [] });
  expect((performance.now() - cut) / 1000, "seconds").toBeLessThan(125);

  await lan.ip("link", "set", two.portOf("eth0"), "master", "lan");
  await ben.must({ type: "standBy", name: "Benjamin" });
  await sees(ada, has("Benjamin"));
});

test("a network that is joined while Hearth runs is looked at too", async ({ lan }) => {
  const [one, two] = [await lan.computer("one", "10.7.0.1/24"), await lan.computer("two")];
  await Promise.all([one.host(), two.host()]);
  const [ada, ben] = [await one.sit(), await two.sit()];
  await ada.must({ type: "standBy", name: "Ada" });
  await ben.must({ type: "standBy", name: "Ben" });
  expect(await ben.next("nearby")).toMatchObject({ neighbours: [] });

  await two.plug("eth0", "lan", "10.7.0.2/24");
  await Promise.all([sees(ben, has("Ada")), sees(ada, has("Ben"))]);
  await two.ip("link", "set", "eth0", "down");
  expect(await sees(ben, nobody), "its own cable is out").toBeLessThan(5000);
  await two.ip("link", "set", "eth0", "up");
  await sees(ben, has("Ada"));
});

test("a computer that has slept sees who came meanwhile", async ({ lan }) => {
  const [one, two] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
  ];
  const hearthd = await one.host();
  const ada = await one.sit();
  await ada.must({ type: "standBy", name: "Ada" });
  expect(await ada.next("nearby")).toMatchObject({ neighbours: [] });

  process.kill(hearthd.pid, "SIGSTOP");
  const asleep = performance.now();
  await lan.ip("link", "set", one.portOf("eth0"), "nomaster");
  await two.host();
  const ben = await two.sit();
  await ben.must({ type: "standBy", name: "Ben" });
  // What it takes for a sleep, and for Ben to have said all that he says at first.
  await expect.poll(() => performance.now() - asleep, { timeout: 10_000 }).toBeGreaterThan(6000);
  await lan.ip("link", "set", one.portOf("eth0"), "master", "lan");
  process.kill(hearthd.pid, "SIGCONT");
  await Promise.all([sees(ada, has("Ben")), sees(ben, has("Ada"))]);
});

test("between two networks one sees the people of both, who do not see each other", async ({
  lan,
}) => {
  await lan.switch("other");
  const [left, middle, right] = [
    await lan.computer("left", "10.7.0.1/24"),
    await lan.computer("middle", "10.7.0.2/24"),
    await lan.computer("right"),
  ];
  await middle.plug("eth1", "other", "10.8.0.2/24");
  await right.plug("eth0", "other", "10.8.0.3/24");
  await Promise.all([left.host(), middle.host(), right.host()]);
  const people = [await left.sit(), await middle.sit(), await right.sit()];
  const [ada, ben, cleo] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  await ada.must({ type: "standBy", name: "Ada" });
  await cleo.must({ type: "standBy", name: "Cleo" });
  await ben.must({ type: "standBy", name: "Ben" });
  await sees(ben, (all) => has("Ada")(all) && has("Cleo")(all));
  await sees(ada, has("Ben"));
  await sees(cleo, has("Ben"));
  const names = people.map(({ heard }) =>
    heard.flatMap(({ event }) =>
      event.type === "nearby" ? event.neighbours.map(({ name }) => name) : [],
    ),
  );
  expect([names[0], names[2]].flat()).not.toContain("Cleo");
  expect(names[2]).not.toContain("Ada");
  const { lines } = await middle.doctor();
  expect(lines.get("Client isolation"), "both are reached").toBe("good");
});

test("IPv6 alone is enough", async ({ lan }) => {
  const [one, two] = [await lan.computer("one"), await lan.computer("two")];
  await one.plug("eth0", "lan");
  await two.plug("eth0", "lan");
  await Promise.all([one.host(), two.host()]);
  const [ada, ben] = [await one.sit(), await two.sit()];
  await ada.must({ type: "standBy", name: "Ada" });
  await ben.must({ type: "standBy", name: "Ben" });
  await Promise.all([sees(ben, has("Ada")), sees(ada, has("Ben"))]);
  const { lines } = await two.doctor();
  expect(lines.get("Client isolation"), "it is reached by its address of this link").toBe("good");
});

test("a name taken twice hurts nobody", async ({ lan }) => {
  const [one, two, three] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
    await lan.computer("three", "10.7.0.3/24"),
  ];
  await Promise.all([one.host({ name: "Original" }), three.host()]);
  const two_ = await two.host({ name: "Copy" });
  await two_.stop();
  await cp(`${one.hearthd.data}/identity`, `${two_.data}/identity`, { recursive: true });
  const cleo = await three.sit();
  await cleo.must({ type: "standBy", name: "Cleo" });
  const ada = await one.sit();
  await ada.must({ type: "standBy", name: "Ada" });
  await sees(cleo, has("Ada"));
  await two_.restart();
  const ben = await two.sit();
  await ben.must({ type: "standBy", name: "Ben" });
  await sees(ben, has("Cleo"));
  await sees(ada, has("Cleo"));
  await two_.stop();
  await ada.must({ type: "standBy", name: "Ada again" });
  await sees(cleo, has("Ada again"));
});

test("one is seen by those whom the setting names", async ({ lan }) => {
  const [one, two] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
  ];
  await Promise.all([one.host(), two.host({ visibility: "" })]);
  const [ada, url] = [await one.sit(), await two.local()];
  await ada.must({ type: "standBy", name: "Ada" });
  const ben = await two.sit(url);
  await ben.must({ type: "standBy", name: "Ben" });
  await sees(ada, has("Ben"));

  const set = async (visibility: string, showName: boolean) => {
    const body = { visibility, showName, servers: [] };
    expect((await rest(url, "PUT", "/network", { body })).status).toBe(200);
  };
  await set("everyone", false);
  await sees(ada, ([it]) => it !== undefined && it.name === null && it.online);
  await set("code", true);
  await sees(ada, nobody);
  await set("everyone", true);
  await sees(ada, has("Ben"));
  await sees(ben, has("Ada"));
  await set("nobody", true);
  await Promise.all([sees(ada, nobody), sees(ben, nobody)]);

  await two.hearthd.restart();
  const again = await rest(url, "GET", "/network");
  expect(again.body).toEqual({ visibility: "nobody", showName: true, servers: [] });
});
