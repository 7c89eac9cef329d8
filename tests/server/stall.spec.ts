import { type Client, allOn, guestToken, types } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import type { Hearthd } from "../support/hearthd.ts";
import { Raw } from "../support/raw.ts";
import { metric } from "../support/rest.ts";

const large = "x".repeat(100_000);

test("a reader that stalls is let go, while the others go on", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const { stalled, seat } = await stall(hearthd, code, members);

  await fill(ada, seat.you);
  const signal = { type: "signal", to: seat.you, payload: null } as const;
  const flood = [ada, ben].flatMap((member) =>
    Array.from({ length: 200 }, () => member.ask(signal)),
  );
  await ada.say("in the middle of it");
  await Promise.all(flood);
  const heard = await ben.until("connectionLost");
  expect(heard.at(-1)).toMatchObject({ who: seat.you });
  await expect.poll(() => types(ben.heard.map(({ event }) => event))).toContain("said");
  await expect.poll(() => metric(hearthd.url, "hearth_stalled_total")).toBe(1);

  stalled.resume();
  await stalled.until((frame) => frame === "41");
  const back = await client();
  await back.must({ type: "resume", code, token: seat.token, after: null });
  expect(await ada.next("connectionResumed")).toMatchObject({ who: seat.you, anew: true });
});

test("a reader that stalls in silence is missed by its heartbeat", async ({ hearthd, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada] = members;
  const { stalled, seat } = await stall(hearthd, code, members);
  await fill(ada, seat.you);
  expect(await ada.next("connectionLost")).toMatchObject({ who: seat.you });
  stalled.close();
});

test("a reader that stalls does not hold up a server that stops", async ({ hearthd, meeting }) => {
  const { code, members } = await meeting("Ada");
  const { stalled, seat } = await stall(hearthd, code, members);
  await fill(members[0], seat.you);
  const before = performance.now();
  expect(await hearthd.stop()).toBe(0);
  expect(performance.now() - before).toBeLessThan(5_000);
  stalled.close();
});

/** Someone who joins and then reads no more. */
async function stall({ url }: Hearthd, code: string, members: Client[]) {
  const stalled = await Raw.connect(url, guestToken());
  const reply = await stalled.ask({ type: "enter", code });
  await stalled.ask({ type: "join", name: "Cleo", media: allOn });
  for (const member of members) await member.next("joined");
  stalled.pause();
  if (!reply.ok || reply.seat === undefined) throw new Error("the stalled one was not let in");
  return { stalled, seat: reply.seat };
}

/** Sends more than the buffers of two operating systems hold. */
async function fill(from: Client, to: number): Promise<void> {
  for (let i = 0; i < 150; i++) await from.must({ type: "signal", to, payload: large });
}
