import { expect, test } from "../support/bystanders.ts";
import { allOn, guestToken } from "../support/client.ts";
import type { Dice } from "../support/dice.ts";
import { wrongRequest } from "../support/mischief.ts";
import { Raw } from "../support/raw.ts";
import { metric } from "../support/rest.ts";

// Fewer than a connection may send at once.
const BATCH = 350;
const BATCHES = 8;

test("wrong requests are refused as such, from outside", async ({ dice, hearthd }) => {
  for (let batch = 0; batch < BATCHES; batch++) {
    const mallory = await Raw.connect(hearthd.url, guestToken());
    await isRefused(mallory, dice);
    mallory.close();
  }
  expect(await metric(hearthd.url, "hearth_malformed_total")).toBe(BATCHES * BATCH);
});

test("wrong requests are refused as such, from the door of the meeting", async ({
  dice,
  hearthd,
  theirs,
}) => {
  const mallory = await Raw.connect(hearthd.url, guestToken());
  expect(await mallory.ask({ type: "enter", ...theirs })).toMatchObject({ ok: true });
  await isRefused(mallory, dice);
  expect(await mallory.ask({ type: "leave" }), "and the seat is still there").toEqual({ ok: true });
  mallory.close();
});

test("wrong requests are refused as such, from inside a meeting", async ({
  dice,
  hearthd,
  meeting,
}) => {
  const { code } = await meeting("Cleo");
  const mallory = await Raw.connect(hearthd.url, guestToken());
  expect(await mallory.ask({ type: "enter", code })).toMatchObject({ ok: true });
  expect(await mallory.ask({ type: "join", name: "M", media: allOn })).toEqual({ ok: true });
  await isRefused(mallory, dice);
  expect(await mallory.ask({ type: "leave" }), "and the seat is still there").toEqual({ ok: true });
  mallory.close();
});

test("every packet that asks for an answer gets one", async ({ hearthd }) => {
  const mallory = await Raw.connect(hearthd.url, guestToken());
  for (const type of ["leave", "admitAll", "takeOver", "end"]) {
    expect(await mallory.ask({ type })).toMatchObject({ error: { code: "not_entered" } });
  }
  const refusal = { error: { code: "bad_request", message: expect.any(String) } };
  mallory.send('42["request",{"type":"end"}]');
  mallory.send('4299["no such event",{"type":"end"}]');
  expect(await mallory.answer(99)).toMatchObject(refusal);
  mallory.send('42100["request"]');
  expect(await mallory.answer(100)).toMatchObject(refusal);
  mallory.send('451-101["request",{"_placeholder":true,"num":0}]');
  mallory.send(Buffer.from("attached"), { binary: true });
  expect(await mallory.answer(101)).toMatchObject(refusal);
  mallory.send(`42102["request",${"[".repeat(50_000)}${"]".repeat(50_000)}]`);
  expect(await mallory.answer(102)).toMatchObject(refusal);
  mallory.close();
});

test("who asks too fast is told so, and holds up nobody else", async ({ hearthd }) => {
  const hasty = await Raw.connect(hearthd.url, guestToken());
  const replies = await Promise.all(Array.from({ length: 480 }, () => hasty.ask({ type: "end" })));
  const codes = replies.map((reply) => (reply.ok ? "done" : reply.error.code));
  const heard = codes.filter((code) => code === "not_entered").length;
  const tooFast = codes.filter((code) => code === "too_many_requests").length;
  expect(heard).toBeGreaterThanOrEqual(400);
  expect(heard + tooFast).toBe(480);
  await expect(async () => {
    expect(await hasty.ask({ type: "end" })).toMatchObject({ error: { code: "not_entered" } });
  }, "a moment later all is well").toPass({ intervals: [50] });
  expect(await metric(hearthd.url, "hearth_throttled_total")).toBeGreaterThanOrEqual(tooFast);

  for (let i = 0; i < 5_000; i++) hasty.send('42["request",{"type":"end"}]');
  const last = await hasty.ask({ type: "end" }).then(
    (reply) => reply.ok || reply.error.code,
    () => "let go",
  );
  expect(["too_many_requests", "let go"]).toContain(last);
  hasty.close();
});

async function isRefused(mallory: Raw, dice: Dice): Promise<void> {
  const asked = Array.from({ length: BATCH }, (_, i) => [1000 + i, wrongRequest(dice)] as const);
  for (const [id, request] of asked) mallory.send(`42${id}["request",${request}]`);
  const taken: [string, string][] = [];
  for (const [id, request] of asked) {
    const reply = await mallory.answer(id);
    const code = reply.ok ? "done" : reply.error.code;
    if (code !== "bad_request") taken.push([request, code]);
  }
  expect(taken).toEqual([]);
}
