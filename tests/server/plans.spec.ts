import type { History } from "../../ui/src/protocol/History.ts";
import type { MeetingInfo } from "../../ui/src/protocol/MeetingInfo.ts";
import type { OwnRoom } from "../../ui/src/protocol/OwnRoom.ts";
import type { PastMeeting } from "../../ui/src/protocol/PastMeeting.ts";
import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest, signUp } from "../support/rest.ts";

const HOUR = 3_600_000;

test("a meeting is planned, changed, told to who made it alone, and cancelled", async ({
  hearthd,
}) => {
  const [token, other] = [guestToken(), guestToken()];
  const plan = { startsAt: Date.now() + 24 * HOUR, length: HOUR };
  const made = await rest<MeetingInfo>(hearthd.url, "POST", "/meetings", {
    token,
    body: { title: "Budget", plan },
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ title: "Budget", plan });
  const { code } = made.body;
  const planned = (by: string) =>
    rest<PastMeeting[]>(hearthd.url, "GET", "/plans", { token: by }).then(({ body }) => body);
  expect(await planned(token)).toMatchObject([{ code, plan, open: true, lasting: false }]);
  expect(await planned(other)).toEqual([]);
  const seen = await rest<MeetingInfo>(hearthd.url, "GET", `/meetings/${code}`, { token: other });
  expect(seen.body, "whoever has the code sees when it is").toMatchObject({
    title: "Budget",
    plan,
  });

  const later = { startsAt: plan.startsAt + HOUR, length: 2 * HOUR };
  const change = (by: string, body: unknown) =>
    rest(hearthd.url, "PUT", `/meetings/${code}/plan`, { token: by, body });
  expect((await change(other, { title: null, plan: null })).status).toBe(404);
  expect((await change(token, { title: "Money", plan: later })).status).toBe(204);
  expect(await planned(token)).toMatchObject([{ title: "Money", plan: later }]);

  const wrong = [
    { startsAt: Date.now() - 2 * HOUR, length: HOUR },
    { startsAt: plan.startsAt, length: 59_000 },
    { startsAt: plan.startsAt, length: 25 * HOUR },
    { startsAt: Date.now() + 4 * 366 * 24 * HOUR, length: HOUR },
    { startsAt: "soon", length: HOUR },
    { startsAt: plan.startsAt, length: HOUR, every: "week" },
  ];
  for (const plan of wrong) {
    const { status, body } = await change(token, { title: null, plan });
    expect([status, body.code], JSON.stringify(plan)).toEqual([400, "bad_request"]);
  }
  expect(await planned(token), "what was refused changed nothing").toMatchObject([{ plan: later }]);

  expect((await rest(hearthd.url, "DELETE", `/history/${code}`, { token })).status).toBe(204);
  expect(await planned(token)).toEqual([]);
});

test("everyone has a room of their own, which lasts and lets nobody in unasked", async ({
  hearthd,
  client,
}) => {
  const token = guestToken();
  const room = (method: "GET" | "PUT", by = token) =>
    rest<OwnRoom>(hearthd.url, method, "/room", { token: by }).then(({ body }) => body.code);
  expect(await room("GET")).toBeNull();
  const code = (await room("PUT"))!;
  expect(await room("PUT"), "the same each time").toBe(code);
  expect(await room("GET")).toBe(code);
  expect(await room("GET", guestToken())).toBeNull();

  const { body } = await rest<History>(hearthd.url, "GET", "/history", { token });
  expect(body.meetings).toMatchObject([{ code, lasting: true, owner: true }]);

  const ada = await client({ token });
  const ben = await client();
  await ada.join(code, "Ada");
  await ben.knock(code, "Ben");

  const session = await signUp(hearthd.url, {}, token);
  expect(await room("GET", session), "it goes along with the guest").toBe(code);
});
