/** Twalky's contract, row by row, with its own client library. */
import { randomUUID } from "node:crypto";

import { expect, test } from "@playwright/test";

import { Hearthd } from "../../support/hearthd.ts";
import { Older, type OlderLook } from "../../support/older.ts";

let hearthd: Hearthd;
test.beforeAll(async () => {
  hearthd = await Hearthd.start();
});
test.afterAll(() => hearthd.remove());

class Twalky extends Older {
  userId = randomUUID() as string;

  constructor(
    readonly sessionId: string,
    options?: OlderLook,
  ) {
    super(`${hearthd.url}/twalky`, options);
  }

  get own() {
    const { sessionId, userId } = this;
    return { sessionId, userId };
  }

  join(name: string, more: object = {}): void {
    const state = { photo: null, micOn: true, videoOn: false };
    this.say("join-session", { ...this.own, name, ...state, ...more });
  }

  async joined(name: string, more: object = {}): Promise<this> {
    await this.connected();
    this.join(name, more);
    await this.next("session-info");
    return this;
  }

  async ids(): Promise<string[]> {
    const [{ participant }] = await this.next("session-info");
    return participant.map((it: { userId: string }) => it.userId);
  }
}

async function session(): Promise<string> {
  const response = await fetch(`${hearthd.url}/twalky/create-session`);
  return ((await response.json()) as { sessionId: string }).sessionId;
}

async function pair(): Promise<{ ada: Twalky; ben: Twalky }> {
  const id = await session();
  const ada = await new Twalky(id).joined("Ada");
  const ben = await new Twalky(id).joined("Ben");
  await ada.next("session-info");
  return { ada, ben };
}

test("prepare-session shows who is in, and then whoever comes, changes and goes", async () => {
  const { ada, ben } = await pair();
  const onlooker = await new Twalky(ada.sessionId).connected();
  onlooker.say("prepare-session", onlooker.own);
  expect(await onlooker.ids()).toEqual([ada.userId, ben.userId]);

  onlooker.say("prepare-session", onlooker.own);
  expect(await onlooker.ids(), "again when asked again").toEqual([ada.userId, ben.userId]);

  ada.say("toggle-mute", ada.own);
  const [update] = await onlooker.next("participant-update");
  expect(update).toMatchObject({ userId: ada.userId, micOn: false });
  const cleo = await new Twalky(ada.sessionId).joined("Cleo");
  expect(await onlooker.namesUntil("session-info")).toEqual(["new-participant", "session-info"]);
  cleo.say("hang-up", null);
  expect(await onlooker.until("participant-left")).toEqual([
    ["session-info", { participant: expect.arrayContaining([]) }],
    ["participant-left", cleo.userId],
  ]);
  onlooker.say("send-chat", { ...onlooker.own, message: "from outside" });
  ben.say("send-chat", { ...ben.own, message: "from inside" });
  const [chat] = await ada.next("receive-chat");
  expect(chat.message, "who only prepares may not speak").toBe("from inside");
  for (const one of [ada, ben, cleo, onlooker]) one.close();
});

test("join-session is told to all, joiner included: new-participant, then session-info", async () => {
  const id = await session();
  const ada = await new Twalky(id).connected();
  ada.join("Ada", { photo: "https://example.test/a.png" });
  const entry = { userId: ada.userId, name: "Ada", photo: "https://example.test/a.png" };
  const state = { micOn: true, videoOn: false };
  expect((await ada.until("new-participant")).at(-1)).toEqual([
    "new-participant",
    { participant: { ...entry, socketId: ada.id, ...state } },
  ]);
  expect(await ada.until("session-info")).toEqual([
    ["session-info", { participant: [{ ...entry, socketId: ada.id, ...state }] }],
  ]);
  const ben = await new Twalky(id).joined("Ben", { micOn: false, videoOn: true });
  expect(await ada.namesUntil("session-info")).toEqual(["new-participant", "session-info"]);
  const [{ participant }] = ada.heard.at(-1)!.slice(1);
  expect(participant[1]).toMatchObject({ userId: ben.userId, micOn: false, videoOn: true });
  ada.close();
  ben.close();
});

test("an unknown session is an error, on prepare and on join", async () => {
  const lost = await new Twalky("zzzzzzzzz").connected();
  for (const event of ["prepare-session", "join-session"]) {
    lost.say(event, { ...lost.own, name: "Ada", photo: null, micOn: true, videoOn: true });
    expect(await lost.next("error")).toEqual([{ message: "Session is not found" }]);
  }
  lost.say("join-session");
  expect(await lost.next("error")).toEqual([{ message: "Session is not found" }]);
  lost.close();
});

test("current-room is answered by all-participants", async () => {
  const { ada, ben } = await pair();
  ada.say("current-room", { sessionId: ada.sessionId });
  const [everyone] = await ada.next("all-participants");
  expect(everyone.map(({ name }: { name: string }) => name)).toEqual(["Ada", "Ben"]);
  ada.close();
  ben.close();
});

test("offers, answers and candidates reach the receiver alone, under both names", async () => {
  const { ada, ben } = await pair();
  const cleo = await new Twalky(ada.sessionId).joined("Cleo");
  await ada.next("session-info");
  await ben.next("session-info");
  const between = { sessionId: ada.sessionId, sender: ben.userId, receiver: ada.userId };
  for (const [kind, body] of [
    ["offer", { type: "offer", sdp: "v=0\r\n" }],
    ["answer", { type: "answer", sdp: "v=0\r\n" }],
    ["candidate", { candidate: "candidate:1", sdpMid: "0" }],
    ["candidate", null],
  ] as const) {
    const event = kind === "candidate" ? "ice-candidate" : kind;
    ben.say(`send-${event}`, { ...between, [kind]: body });
    const told = { sender: ben.userId, receiver: ada.userId, [kind]: body };
    expect(await ada.until(`send-${event}`)).toEqual([
      [`receive-${event}`, told],
      [`send-${event}`, told],
    ]);
  }
  ben.say("send-chat", { ...ben.own, message: "done" });
  expect(await cleo.namesUntil("receive-chat"), "nobody else hears them").toEqual(["receive-chat"]);
  for (const one of [ada, ben, cleo]) one.close();
});

test("nobody signals, toggles or writes in another's name, nor from outside", async () => {
  const { ada, ben } = await pair();
  const mallory = await new Twalky(await session()).joined("Mallory");
  const sessionId = ada.sessionId;
  const offer = { type: "offer", sdp: "" };
  mallory.say("send-offer", { sessionId, sender: mallory.userId, receiver: ada.userId, offer });
  mallory.say("send-chat", { sessionId, userId: mallory.userId, message: "psst" });
  ben.say("send-offer", { sessionId, sender: "someone", receiver: ada.userId, offer });
  ben.say("toggle-mute", { sessionId, userId: ada.userId });
  ben.say("send-chat", { sessionId, userId: ada.userId, message: "I am Ada" });
  ben.say("send-chat", { ...ben.own, message: "I am Ben" });
  expect(await ada.namesUntil("receive-chat")).toEqual(["receive-chat"]);
  expect(ada.heard.at(-1)![1].message).toBe("I am Ben");
  for (const one of [ada, ben, mallory]) one.close();
});

test("toggle-mute and toggle-video flip what is known, and tell all", async () => {
  const { ada, ben } = await pair();
  for (const [event, key, values] of [
    ["toggle-mute", "micOn", [false, true]],
    ["toggle-video", "videoOn", [true, false]],
  ] as const) {
    for (const value of values) {
      ben.say(event, ben.own);
      for (const one of [ada, ben]) {
        const [update] = await one.next("participant-update");
        expect(update).toMatchObject({ userId: ben.userId, name: "Ben", [key]: value });
      }
    }
  }
  ada.close();
  ben.close();
});

test("send-emoji and send-chat reach all, sender included", async () => {
  const { ada, ben } = await pair();
  ben.say("send-emoji", { ...ben.own, emoji: "🎉" });
  ben.say("send-chat", { ...ben.own, message: "hello" });
  for (const one of [ada, ben]) {
    expect(await one.next("emoji-update")).toEqual([{ name: "Ben", emoji: "🎉" }]);
    const [chat] = await one.next("receive-chat");
    expect(chat).toEqual({ userId: ben.userId, name: "Ben", message: "hello" });
  }
  ada.close();
  ben.close();
});

test("hang-up, once or twice, and a lost connection: session-info, then participant-left", async () => {
  const { ada, ben } = await pair();
  ben.say("hang-up", null);
  ben.say("hang-up");
  expect(await ada.until("participant-left")).toEqual([
    ["session-info", { participant: [expect.objectContaining({ userId: ada.userId })] }],
    ["participant-left", ben.userId],
  ]);
  const cleo = await new Twalky(ada.sessionId).joined("Cleo");
  await ada.next("session-info");
  cleo.socket.io.engine.close();
  expect(await ada.namesUntil("participant-left")).toEqual(["session-info", "participant-left"]);
  ada.close();
  ben.close();
});

test("joining again refreshes the entry and loses nothing", async () => {
  const { ada, ben } = await pair();
  ben.join("Benjamin", { micOn: false });
  const refreshed = expect.objectContaining({ userId: ben.userId, name: "Benjamin", micOn: false });
  for (const one of [ada, ben]) {
    expect(await one.until("session-info")).toEqual([
      ["session-info", { participant: [expect.anything(), refreshed] }],
    ]);
  }
  ada.close();
  ben.close();
});

test("of two tabs one may close; left is announced when the last one goes", async () => {
  const { ada, ben } = await pair();
  const tab = new Twalky(ada.sessionId);
  tab.userId = ben.userId;
  await tab.joined("Ben");
  expect(await ada.namesUntil("session-info")).toEqual(["session-info"]);
  ben.close();
  const offer = { type: "offer", sdp: "" };
  const between = { sessionId: ada.sessionId, sender: ada.userId, receiver: ben.userId };
  ada.say("send-offer", { ...between, offer });
  expect((await tab.next("receive-offer"))[0].offer).toEqual(offer);
  tab.close();
  expect(await ada.namesUntil("participant-left")).toEqual(["session-info", "participant-left"]);
  ada.close();
});

for (const transports of [["polling"], ["polling", "websocket"]]) {
  test(`a whole call goes over ${transports.join(" and then ")}`, async () => {
    const id = await session();
    const ada = await new Twalky(id, { transports }).joined("Ada");
    const ben = await new Twalky(id, { transports }).joined("Ben");
    await ada.next("session-info");
    const between = { sessionId: id, sender: ben.userId, receiver: ada.userId };
    ben.say("send-offer", { ...between, offer: { type: "offer", sdp: "x".repeat(20_000) } });
    expect((await ada.next("receive-offer"))[0].offer.sdp).toHaveLength(20_000);
    ben.close();
    await ada.next("participant-left");
    ada.close();
  });
}
