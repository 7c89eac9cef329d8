import type { CallCard } from "../../ui/src/protocol/CallCard.ts";
import { type Client, allOn } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";

const card: CallCard = {
  path: "/m/abc-def-ghj",
  title: "Weekly",
  state: "in",
  since: 1795262400000,
  media: allOn,
  people: 2,
  waiting: 1,
  seen: true,
};

async function standBy(page: Client): Promise<Client> {
  expect(await page.ask({ type: "standBy", name: "Ada" })).toEqual({ ok: true });
  return page;
}

test("a page that holds a call is seen and steered by the others", async ({ client }) => {
  const holder = await standBy(await client());
  expect(await holder.ask({ type: "holdCall", card })).toEqual({ ok: true });
  const console = await standBy(await client());
  expect((await console.next("callHeld")).card).toEqual(card);

  const request = { type: "say", to: null, text: "Hello" };
  await console.ask({ type: "steer", ask: 3, deed: { type: "request", request } });
  const { from, ask, deed } = await holder.next("steered");
  expect([ask, deed]).toEqual([3, { type: "request", request }]);
  const reply = { ok: false, error: { code: "forbidden_by_policy", message: "No." } };
  await holder.ask({ type: "answerSteer", to: from, ask, reply });
  expect(await console.next("steerAnswered")).toMatchObject({ ask: 3, reply });

  const event = { type: "reacted", who: 2, emoji: "👏" };
  await holder.ask({ type: "mirror", event });
  expect((await console.next("mirrored")).event).toEqual(event);

  await holder.ask({ type: "holdCall", card: { ...card, people: 3 } });
  expect((await console.next("callHeld")).card.people).toBe(3);
  holder.socket.disconnect();
  await console.next("callReleased");
  const late = await console.ask({ type: "steer", ask: 4, deed: { type: "leave" } });
  expect(late).toMatchObject({ ok: false, error: { code: "no_call" } });
});

test("whoever does not stand by knows and steers no call", async ({ client }) => {
  const holder = await standBy(await client());
  await holder.ask({ type: "holdCall", card });
  const stranger = await client();
  const asked = [
    await stranger.ask({ type: "steer", ask: 1, deed: { type: "leave" } }),
    await stranger.ask({ type: "holdCall", card }),
    await stranger.ask({ type: "mirror", event: {} }),
  ];
  for (const reply of asked) {
    expect(reply).toMatchObject({ ok: false, error: { code: "not_standing_by" } });
  }
  expect(holder.heard.map(({ event }) => event.type)).not.toContain("steered");
  expect(stranger.heard).toEqual([]);
});
