import { allOn, everything, types } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { metric } from "../support/rest.ts";

test("who comes back hears what they missed, once and in order", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ada.say("before");
  await ben.next("said");
  const { token, you } = ben.seat;
  const after = ben.lastSequence;
  ben.cut();
  expect(await ada.next("connectionLost")).toEqual({ type: "connectionLost", who: you });

  await ada.say("while you were away");
  await cleo.must({ type: "signal", to: you, payload: { candidate: null } });
  await ada.must({ type: "say", to: you, text: "to you alone" });
  await cleo.must({ type: "react", emoji: "👀" });

  const back = await client();
  const { seat } = await back.must({ type: "resume", code, token, after });
  expect(seat).toEqual({ you, token });
  expect(await back.until("reacted")).toMatchObject([
    { type: "said", message: { text: "while you were away", to: null } },
    { type: "signalled", from: cleo.you, payload: { candidate: null } },
    { type: "said", message: { text: "to you alone", to: { id: you, name: "Ben" } } },
    { type: "reacted", who: cleo.you },
  ]);
  const numbers = back.heard.map(({ sequence }) => sequence);
  expect(numbers, "the numbers go on").toEqual([1, 2, 3, 4].map((it) => after + it));
  const resumed = { type: "connectionResumed", who: you, anew: false };
  expect(await ada.next("connectionResumed")).toEqual(resumed);

  await back.say("I am back");
  expect((await cleo.until("said")).at(-1)).toMatchObject({ message: { text: "before" } });
  expect((await cleo.until("said")).at(-1)).toMatchObject({
    message: { text: "while you were away" },
  });
  expect((await cleo.until("said")).at(-1)).toMatchObject({
    message: { from: { id: you, name: "Ben" }, text: "I am back" },
  });
});

test("who forgot everything is told everything anew", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ben.say("mine");
  await ben.must({ type: "raiseHand", raised: true });
  ben.cut();
  await ada.next("connectionLost");
  await ada.say("missed");

  const back = await client();
  await back.must({ type: "resume", code, token: ben.seat.token, after: null });
  const welcome = await back.next("welcome");
  expect(welcome).toMatchObject({
    you: 2,
    owner: false,
    chat: [{ text: "mine" }, { text: "missed" }],
  });
  expect(welcome.participants).toMatchObject([
    { id: 1, role: "host", connected: true },
    { id: 2, name: "Ben", connected: true, media: allOn, hand: expect.any(Number) },
  ]);
  expect(types(back.heard.map(({ event }) => event)), "and nothing besides").toEqual(["welcome"]);
  expect(await ada.next("connectionResumed")).toMatchObject({ who: 2, anew: true });
});

test("who missed more than was kept is told everything anew", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const after = ben.lastSequence;
  ben.cut();
  await ada.next("connectionLost");
  const missed = Array.from({ length: 257 }, (_, i) => ada.say(String(i)));
  await Promise.all(missed);

  const back = await client();
  await back.must({ type: "resume", code, token: ben.seat.token, after });
  const { chat } = await back.next("welcome");
  expect(
    chat.map(({ text }) => text),
    "the last 200 lines",
  ).toEqual(Array.from({ length: 200 }, (_, i) => String(i + 57)));
  expect(await ada.next("connectionResumed")).toMatchObject({ anew: true });
});

test("a seat that is resumed elsewhere is told so, and gone", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const { token } = ben.seat;
  const after = ben.lastSequence;

  const elsewhere = await client({ token: ben.token });
  await elsewhere.must({ type: "resume", code, token, after });
  await ben.next("replaced");
  expect(ben.heard.at(-1)).toEqual({ sequence: 0, event: { type: "replaced" } });
  expect(await ben.refused({ type: "say", to: null, text: "?" })).toBe("not_entered");

  await elsewhere.say("here now");
  expect(types(await ada.until("said")), "for the others nothing happened").toEqual(["said"]);
  ben.close();
  await elsewhere.say("still here");
  expect(types(await ada.until("said")), "the old connection is not missed").toEqual(["said"]);
});

test("a place in the lobby is kept as well", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  await ada.must({ type: "setPolicy", policy: { ...everything, lobby: true } });
  const ben = await client();
  await ben.knock(code, "Ben");
  await ada.next("knocked");
  ben.cut();

  const back = await client();
  await back.must({ type: "resume", code, token: ben.seat.token, after: null });
  await back.next("waiting");
  await ada.must({ type: "admit", who: ben.you });
  expect(await back.next("welcome")).toMatchObject({ you: ben.you });
});

test("no seat is given to whoever cannot prove that it is theirs", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const { token } = ben.seat;
  const stranger = await client();
  const resume = { type: "resume", code, token, after: null };
  const foreign = { ...resume, token: "0".repeat(32) };
  expect(await stranger.refused(foreign)).toBe("unknown_token");
  expect(await stranger.refused({ ...resume, code: "abc-def-234" })).toBe("unknown_token");
  expect(await stranger.refused({ ...resume, token: "short" })).toBe("bad_request");
  expect(await ada.refused({ ...resume, token: ben.seat.token })).toBe("already_entered");

  await ben.must({ type: "leave" });
  expect(await stranger.refused(resume), "who left has no seat").toBe("unknown_token");
});

test("an onlooker's seat is not kept", async ({ client, meeting, hearthd }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  const ben = await client();
  await ben.must({ type: "enter", code });
  ben.cut();
  await expect.poll(() => metric(hearthd.url, "hearth_sockets")).toBe(1);

  const back = await client();
  const { token } = ben.seat;
  expect(await back.refused({ type: "resume", code, token, after: 1 })).toBe("unknown_token");
  await ada.must({ type: "react", emoji: "👋" });
  expect(types(await ada.until("reacted"))).toEqual(["reacted"]);
});
