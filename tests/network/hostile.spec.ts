import { Dice } from "../support/dice.ts";
import { announcement, id, person, wrong } from "../support/mdns.ts";
import { ask } from "../support/rest.ts";
import { expect, has, nobody, sees, test } from "./network.ts";

const address = "10.7.0.66";
const SEED = Number(process.env["SEED"] ?? 20261121);

test("packets of every wrong shape do no harm", async ({ lan }) => {
  const [one, two, eve] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
    await lan.computer("eve", `${address}/24`),
  ];
  const hearthd = await one.host();
  const url = await one.local();
  const ada = await one.sit(url);
  await ada.must({ type: "standBy", name: "Ada" });
  const dice = new Dice(SEED);
  await eve.babble(
    address,
    Array.from({ length: 5000 }, () => wrong(dice)),
  );

  await two.host();
  const ben = await two.sit();
  await ben.must({ type: "standBy", name: "Ben" });
  await Promise.all([sees(ben, has("Ada")), sees(ada, has("Ben"))]);
  expect((await ask(`${url}/health`)).status, `seed ${SEED}`).toBe(200);
  expect(hearthd.log).not.toContain("panicked");
});

test("a crowd that is made up stays within bounds", async ({ lan }) => {
  const [one, eve] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("eve", `${address}/24`),
  ];
  const hearthd = await one.host();
  const ada = await one.sit();
  await ada.must({ type: "standBy", name: "Ada" });
  const crowd = (strings: (id: string) => string[], ttl: number) =>
    Array.from({ length: 1000 }, (_, i) => announcement(id(i), strings(id(i)), ttl));
  const come = crowd((id) => person(id, "Eve"), 120);
  const go = crowd((id) => person(id, "Eve"), 0);
  await eve.babble(address, come);
  await sees(ada, (all) => all.length === 256);
  // Of so many packets some are lost.
  await eve.babble(address, [...go, ...go, ...go]);
  await sees(ada, nobody);
  const two = await lan.computer("two", "10.7.0.2/24");
  await two.host();
  const ben = await two.sit();
  await ben.must({ type: "standBy", name: "Ben" });
  await sees(ada, has("Ben"));
  expect(hearthd.log).not.toContain("panicked");
});

test("a neighbour is not believed to be at this computer itself", async ({ lan }) => {
  const [one, eve] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("eve", `${address}/24`),
  ];
  await one.host();
  const ada = await one.sit();
  await ada.must({ type: "standBy", name: "Ada" });
  const loopback = (packet: Buffer) => {
    packet.set([127, 0, 0, 1], packet.indexOf(Buffer.from([10, 7, 0, 200])));
    packet.fill(0, packet.length - 16, packet.length - 1).set([1], packet.length - 1);
    return packet;
  };
  await eve.babble(address, [
    loopback(announcement(id(1), person(id(1), "Inside"))),
    announcement(id(2), person(id(2), "Outside")),
  ]);
  await sees(ada, has("Outside"));
  const all = ada.heard.flatMap(({ event }) => (event.type === "nearby" ? event.neighbours : []));
  expect(all.map(({ name }) => name)).not.toContain("Inside");
});
