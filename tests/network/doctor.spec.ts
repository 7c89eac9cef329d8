import type { Computer, Lan } from "../support/lan.ts";
import { expect, has, sees, test } from "./network.ts";

/** Two computers that see each other. */
async function pair(lan: Lan): Promise<[Computer, Computer]> {
  const [one, two] = [
    await lan.computer("one", "10.7.0.1/24"),
    await lan.computer("two", "10.7.0.2/24"),
  ];
  await Promise.all([one.host(), two.host({ name: "Two" })]);
  const [ada, ben] = [await one.sit(), await two.sit()];
  await ada.must({ type: "standBy", name: "Ada" });
  await ben.must({ type: "standBy", name: "Ben" });
  await Promise.all([sees(ada, has("Ben")), sees(ben, has("Ada"))]);
  return [one, two];
}

test("where all is well the doctor has nothing to say", async ({ lan }) => {
  const [one] = await pair(lan);
  const { code, lines } = await one.doctor();
  expect([...new Set(lines.values())], JSON.stringify([...lines])).toEqual(["good"]);
  expect([code, lines.size]).toEqual([0, 7]);
});

test("the doctor sees that multicast is dropped", async ({ lan }) => {
  const [one] = await pair(lan);
  for (const hook of ["output", "input"] as const) {
    await one.firewall(hook, "udp dport 5353");
    const { code, lines } = await one.doctor();
    expect([code, lines.get("Discovery")], hook).toEqual([2, "bad"]);
    expect(lines.get("Port"), "nothing else is wrong").toBe("good");
    await one.open();
  }
});

test("the doctor sees that the port is dropped", async ({ lan }) => {
  const [one, two] = await pair(lan);
  await one.firewall("input", "iifname eth0 tcp dport 7466");
  const { code, lines } = await one.doctor();
  expect([code, lines.get("Port")]).toEqual([2, "bad"]);
  expect(lines.get("Discovery"), "nothing else is wrong").toBe("good");
  expect(lines.get("Client isolation"), "on the way out all is well").toBe("good");

  const theirs = await two.doctor();
  expect(theirs.lines.get("Client isolation"), "it is heard and not reached").toBe("bad");
});

test("the doctor suspects a network that keeps its devices apart", async ({ lan }) => {
  const [one, two] = await pair(lan);
  for (const computer of [one, two]) {
    await lan.run("bridge", "link", "set", "dev", computer.portOf("eth0"), "isolated", "on");
  }
  const { code, lines } = await one.doctor();
  expect([code, lines.get("Client isolation")], "who was heard is out of reach").toEqual([
    2,
    "bad",
  ]);

  await one.hearthd.restart();
  const alone = await one.doctor();
  expect(alone.lines.get("Client isolation"), "nobody was ever heard").toBe("doubtful");
  expect([alone.code, alone.lines.get("Other installations")]).toEqual([1, "doubtful"]);
});

test("the doctor sees a VPN on the way out, and on the way next door", async ({ lan }) => {
  const [one] = await pair(lan);
  await one.ip("link", "add", "tun0", "type", "veth", "peer", "name", "far");
  for (const end of ["tun0", "far"]) await one.ip("link", "set", end, "up");
  await one.ip("addr", "add", "10.99.0.2/24", "dev", "tun0");
  await one.ip("route", "add", "default", "dev", "tun0");
  expect((await one.doctor()).lines.get("VPN")).toBe("doubtful");

  await one.ip("route", "add", "10.7.0.0/25", "dev", "tun0");
  const { code, lines } = await one.doctor();
  expect([code, lines.get("VPN")]).toEqual([2, "bad"]);
});

test("the doctor helps where no Hearth runs, and where there is no network", async ({ lan }) => {
  const [one, two] = [await lan.computer("one", "10.7.0.1/24"), await lan.computer("two")];
  const { code, lines } = await one.doctor();
  expect([code, lines.get("Port"), lines.get("Discovery")]).toEqual([2, "bad", "good"]);
  const hidden = await one.doctor("--visibility", "nobody");
  expect([hidden.code, hidden.lines.get("Discovery")]).toEqual([2, "doubtful"]);
  const cut = await two.doctor();
  expect([cut.code, cut.lines.get("Addresses"), cut.lines.size]).toEqual([2, "bad", 4]);
});
