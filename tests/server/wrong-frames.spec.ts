import { expect, test } from "../support/bystanders.ts";
import { guestToken } from "../support/client.ts";
import { wrongFrame } from "../support/mischief.ts";
import { Raw } from "../support/raw.ts";
import { ask } from "../support/rest.ts";

test("wrong frames end a connection, or nothing", async ({ dice, hearthd }) => {
  const fresh = () => Raw.connect(hearthd.url, guestToken());
  let mallory = await fresh();
  let ended = 0;
  for (let i = 0; i < 800; i++) {
    const { frame, binary } = wrongFrame(dice);
    mallory.send(frame, { binary });
    if (dice.below(4) > 0) continue;
    const alive = await mallory.ask({ type: "leave" }).then(
      (reply) => !reply.ok,
      () => false,
    );
    if (alive) continue;
    ended++;
    mallory = dice.below(2) === 0 ? await Raw.open(hearthd.url) : await fresh();
  }
  expect(ended).toBeGreaterThan(10);
  mallory.close();
});

test("wrong polls are turned down", async ({ dice, hearthd }) => {
  const base = `${hearthd.url}/socket.io/`;
  const open = async () => {
    const { body } = await ask(`${base}?EIO=4&transport=polling`);
    return (JSON.parse(body.slice(1)) as { sid: string }).sid;
  };
  const queries = [
    "",
    "?EIO=4",
    "?EIO=3&transport=polling",
    "?EIO=x&transport=polling",
    "?EIO=4&transport=pigeon",
    "?EIO=4&transport=websocket",
    "?EIO=4&transport=polling&sid=",
    "?EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAA",
    `?EIO=4&transport=polling&sid=${"x".repeat(5000)}`,
  ];
  for (const query of queries) {
    for (const method of ["GET", "POST", "PUT", "DELETE"]) {
      const { status } = await ask(base + query, { method, body: "42[]" });
      expect(status, `${method} ${query}`).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  }
  const statuses = new Set<number>();
  for (let i = 0; i < 200; i++) {
    const address = `${base}?EIO=4&transport=polling&sid=${await open()}`;
    const { frame } = wrongFrame(dice);
    const body =
      dice.below(2) === 0 ? frame : `40\u001e${frame.toString()}\u001e${frame.toString()}`;
    const { status } = await ask(address, { method: "POST", body });
    statuses.add(status);
  }
  expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([]);

  const address = `${base}?EIO=4&transport=polling&sid=${await open()}`;
  expect((await ask(address)).body, "the first ping").toBe("2");
  const twice = await Promise.all([ask(address), ask(address)]);
  expect(twice.map(({ status }) => status)).toContain(400);
});

test("a packet larger than 256 KiB ends its connection", async ({ hearthd }) => {
  const { url } = hearthd;
  const payload = "x".repeat(256 * 1024);
  for (const binary of [false, true]) {
    const mallory = await Raw.connect(url, guestToken());
    mallory.send(`420["request",{"type":"signal","to":1,"payload":"${payload}"}]`, { binary });
    await mallory.ended();
  }
  const polling = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await ask(polling);
  const { sid } = JSON.parse(opened.body.slice(1)) as { sid: string };
  const address = `${polling}&sid=${sid}`;
  const outcome = await ask(address, { method: "POST", body: `4${payload}` }).then(
    ({ status }) => status,
    () => "let go",
  );
  expect([400, 413, "let go"]).toContain(outcome);
  expect((await ask(address)).status, "the session is gone").toBe(400);
});
