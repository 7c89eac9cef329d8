import type { LastingRoom } from "../../ui/src/protocol/LastingRoom.ts";
import type { OwnRoom } from "../../ui/src/protocol/OwnRoom.ts";
import { everything, guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import type { Hearthd } from "../support/hearthd.ts";
import { Older } from "../support/older.ts";
import { newMeeting, rest } from "../support/rest.ts";

async function rooms({ url }: Hearthd, token: string): Promise<LastingRoom[]> {
  return (await rest<LastingRoom[]>(url, "GET", "/rooms", { token })).body;
}

test("whoever was in a room that lasts reads and writes there between meetings", async ({
  client,
  hearthd,
}) => {
  const [adas, bens] = [guestToken(), guestToken()];
  const code = await newMeeting(hearthd.url, adas, { title: "Weekly", lasting: true });
  expect(await rooms(hearthd, adas)).toEqual([
    { code, title: "Weekly", own: false, participants: 0, unread: 0 },
  ]);
  const ada = await client({ token: adas });
  await ada.join(code, "Ada");
  const first = await client({ token: bens });
  await first.join(code, "Ben");
  await ada.say("until Monday");
  await first.next("said");
  await first.must({ type: "leave" });
  await ada.must({ type: "leave" });

  // Nothing of it runs any more.
  await hearthd.restart();
  const ben = await client({ token: bens });
  await ben.must({ type: "enter", code });
  expect(await ben.next("roster")).toMatchObject({ participants: [], mayRead: true });
  await ben.must({ type: "openChat", name: "Ben" });
  const opened = await ben.next("chatOpened");
  expect(opened).toMatchObject({ owner: false, chat: [{ text: "until Monday", mine: false }] });
  await ben.must({ type: "say", to: null, text: "I have news", answers: opened.chat[0]!.id });
  const { message } = await ben.next("said");
  expect(message).toMatchObject({ from: { name: "Ben" }, mine: true });
  expect(await rooms(hearthd, adas)).toMatchObject([{ code, unread: 1, participants: 0 }]);
  expect(await rooms(hearthd, bens), "his own line is no news").toMatchObject([{ unread: 0 }]);

  const again = await client({ token: adas });
  const { chat } = await again.join(code, "Ada");
  expect(chat.map(({ text }) => text)).toEqual(["until Monday", "I have news"]);
  expect(await ben.next("roster")).toMatchObject({ participants: [{ name: "Ada" }] });
  await again.say("good to know");
  expect((await ben.next("said")).message).toMatchObject({ text: "good to know" });
  await ben.must({ type: "editMessage", message: message.id, text: "I have good news" });
  expect((await again.next("messageChanged")).message).toMatchObject({ text: "I have good news" });
  await again.must({ type: "leave" });
  expect(await rooms(hearthd, adas)).toMatchObject([{ unread: 0 }]);

  expect(await ben.refused({ type: "say", to: null, text: "x".repeat(4001) })).toBe(
    "invalid_message",
  );
});

test("a stranger, someone removed and who is locked out read nothing", async ({
  client,
  hearthd,
}) => {
  const tokens = { ada: guestToken(), ben: guestToken(), cleo: guestToken() };
  const code = await newMeeting(hearthd.url, tokens.ada, { lasting: true });
  const ada = await client({ token: tokens.ada });
  await ada.join(code, "Ada");
  const ben = await client({ token: tokens.ben });
  const { you } = await ben.join(code, "Ben");
  const cleo = await client({ token: tokens.cleo });
  await cleo.join(code, "Cleo");
  await cleo.must({ type: "leave" });
  await ada.say("between us");

  const stranger = await client();
  await stranger.must({ type: "enter", code });
  expect(await stranger.next("roster")).toMatchObject({ mayRead: false });
  expect(await stranger.refused({ type: "openChat", name: "Cleo" })).toBe("not_joined");
  expect(await stranger.refused({ type: "say", to: null, text: "hello" })).toBe("not_joined");
  expect(await rooms(hearthd, stranger.token!)).toEqual([]);
  expect((await rest(hearthd.url, "GET", "/rooms")).status).toBe(401);

  const reading = await client({ token: tokens.ben });
  await reading.must({ type: "enter", code });
  await reading.must({ type: "openChat", name: "Ben" });
  await ada.must({ type: "remove", who: you });
  await reading.next("removed");
  expect(await reading.refused({ type: "enter", code })).toBe("removed");
  expect(await rooms(hearthd, tokens.ben)).toEqual([]);

  const outside = await client({ token: tokens.cleo });
  await outside.must({ type: "enter", code });
  await outside.must({ type: "openChat", name: "Cleo" });
  await outside.next("chatOpened");
  await ada.must({ type: "setPolicy", policy: { ...everything, chat: false } });
  await outside.next("policyChanged");
  await outside.next("roster");
  expect(await outside.refused({ type: "say", to: null, text: "hello" })).toBe(
    "forbidden_by_policy",
  );
  await ada.must({ type: "setPolicy", policy: { ...everything, locked: true } });
  expect(await outside.next("roster")).toMatchObject({ locked: true, mayRead: false });
  expect(await outside.refused({ type: "openChat", name: "Cleo" })).toBe("locked");
  await ada.say("behind the door");
  await ada.must({ type: "setPolicy", policy: everything });
  const heard = await outside.until("roster");
  expect(
    heard.map(({ type }) => type),
    "nothing of what was said",
  ).toEqual(["roster"]);
  expect(stranger.heard.every(({ event }) => event.type === "roster")).toBe(true);
});

test("the owner of a room need not have come, and other meetings have no such chat", async ({
  client,
  hearthd,
}) => {
  const token = guestToken();
  const room = await rest<OwnRoom>(hearthd.url, "PUT", "/room", { token });
  const code = room.body.code!;
  const owner = await client({ token });
  await owner.must({ type: "enter", code });
  await owner.must({ type: "openChat", name: "Olga" });
  expect(await owner.next("chatOpened")).toMatchObject({ owner: true, chat: [] });
  await owner.say("welcome, whoever comes");
  expect(await rooms(hearthd, token)).toMatchObject([{ code, own: true, unread: 0 }]);

  const usual = await newMeeting(hearthd.url, token);
  const host = await client({ token });
  await host.join(usual, "Olga");
  const second = await client({ token });
  await second.must({ type: "enter", code: usual });
  expect(await second.next("roster")).toMatchObject({ mayRead: false });
  expect(await second.refused({ type: "openChat", name: "Olga" })).toBe("not_joined");
});

test("who writes from outside is named to older clients, as somebody who is in no roster", async ({
  client,
  hearthd,
}) => {
  const token = guestToken();
  const code = await newMeeting(hearthd.url, token, { lasting: true });
  const olders = ["twalky", "animo"].map((it) => new Older(`${hearthd.url}/${it}`));
  const [twalky, animo] = olders as [Older, Older];
  await Promise.all(olders.map((it) => it.connected()));
  const own = { sessionId: code, userId: "t" };
  twalky.say("join-session", { ...own, name: "Tom", photo: null, micOn: true, videoOn: true });
  await twalky.next("session-info");
  const media = { audioEnabled: true, audioAvailable: true, videoEnabled: true };
  animo.say("join-call", {
    ...{ roomID: code, username: "amy", name: "Amy", videoAvailable: true },
    ...media,
  });
  await animo.next("user-joined");

  const owner = await client({ token });
  await owner.must({ type: "enter", code });
  await owner.must({ type: "openChat", name: "Olga" });
  await owner.say("from outside");
  const [{ userId, name, message }] = await twalky.next("receive-chat");
  expect([name, message]).toEqual(["Olga", "from outside"]);
  expect(["t", undefined, ""]).not.toContain(userId);
  expect((await animo.next("chat-message")).slice(0, 2)).toEqual(["Olga", "from outside"]);
  animo.say("chat-message", "Amy", "from inside", "10:15");
  expect((await owner.next("said")).message.text).toBe("from outside");
  expect((await owner.next("said")).message).toMatchObject({ text: "from inside" });
  for (const older of olders) older.close();
});
