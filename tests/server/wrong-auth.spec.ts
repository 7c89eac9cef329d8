import { expect, test } from "../support/bystanders.ts";
import { Client, guestToken } from "../support/client.ts";
import { Raw } from "../support/raw.ts";
import { metric } from "../support/rest.ts";

const wrong = [
  '{"token":"nonsense"}',
  '{"token":""}',
  '{"token":"g."}',
  '{"token":"g.c2hvcnQ"}',
  `{"token":"${guestToken()}A"}`,
  `{"token":"s${guestToken().slice(1)}"}`,
  `{"token":"${"x".repeat(100_000)}"}`,
  '{"token":7}',
  '{"token":["g."]}',
  '"nonsense"',
  "[]",
];

test("who cannot prove who they are is not let in", async ({ hearthd, theirs }) => {
  const before = await metric(hearthd.url, "hearth_sockets");
  for (const auth of wrong) {
    const mallory = await Raw.open(hearthd.url);
    mallory.send(`40${auth}`);
    const refusal = await mallory.until((frame) => frame.startsWith("44"));
    expect(JSON.parse(refusal.slice(2))).toEqual({ message: "You are signed out. Sign in again." });
    mallory.send(`420["request",${JSON.stringify({ type: "enter", ...theirs })}]`);
    mallory.close();
  }
  expect(await metric(hearthd.url, "hearth_sockets")).toBe(before);
});

test("who proves nothing is nobody, each time another", async ({ client, hearthd, theirs }) => {
  const nobody = await client({ token: null });
  await nobody.must({ type: "enter", ...theirs });
  for (const auth of ["", "{}", '{"token":null}', '{"x":7}']) {
    const raw = await Raw.open(hearthd.url);
    raw.send(`40${auth}`);
    await raw.until((frame) => frame.startsWith("40"));
    expect(await raw.ask({ type: "leave" })).toMatchObject({ error: { code: "not_entered" } });
    raw.close();
  }
});

test("there is no other namespace", async ({ hearthd }) => {
  for (const path of ["/admin", "/animal", "/é"]) {
    const stray = new Client(`${hearthd.url}${path}`);
    await expect(stray.connected()).rejects.toThrow("Invalid namespace");
    stray.close();
  }
});

test("who connects and is gone at once leaves nothing behind", async ({ hearthd }) => {
  const before = await metric(hearthd.url, "hearth_sockets");
  const unknown = `s${guestToken().slice(1)}`;
  const hasty = Array.from({ length: 150 }, async (_, i) => {
    const raw = await Raw.open(hearthd.url);
    raw.send(`40${JSON.stringify({ token: i % 2 === 0 ? guestToken() : unknown })}`);
    if (i % 3 === 0) raw.send('420["request",{"type":"leave"}]');
    raw.close();
  });
  await Promise.all(hasty);
  await expect.poll(() => metric(hearthd.url, "hearth_sockets")).toBe(before);
});
