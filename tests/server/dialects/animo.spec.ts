/** Animo Meet's contract, row by row, with its own client library. */
import { randomUUID } from "node:crypto";

import { Animo, flags } from "../../support/animo.ts";
import { type Client, allOn, everything, guestToken } from "../../support/client.ts";
import { expect, test } from "../../support/clients.ts";
import { Hearthd } from "../../support/hearthd.ts";
import { Older, type OlderLook } from "../../support/older.ts";
import { newMeeting } from "../../support/rest.ts";

let shared: Hearthd;
test.beforeAll(async () => {
  shared = await Hearthd.start();
});
test.afterAll(() => shared.remove());

const open: Animo[] = [];
test.afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
test.use({ hearthd: async ({}, use) => await use(shared) });

function animo(room: string, name: string, options?: OlderLook): Animo {
  const client = new Animo(shared.url, room, name, options);
  open.push(client);
  return client;
}

/** People in one call, everyone knowing of everyone. */
async function call<const Names extends string[]>(...names: Names) {
  const room = randomUUID();
  const members: Animo[] = [];
  for (const name of names) {
    const newcomer = await animo(room, name).joined();
    for (const member of members) await member.next("user-joined");
    for (const _ of members) await newcomer.next("user-media-update");
    members.push(newcomer);
  }
  return members as { [Each in keyof Names]: Animo };
}

/** The code of a meeting, as Twalky's clients write it. */
async function session(): Promise<string> {
  return (await newMeeting(shared.url, guestToken())).replaceAll("-", "");
}

/** A native host whose meeting has the lobby on. */
async function lobby(client: () => Promise<Client>) {
  const ada = await client();
  const code = await newMeeting(shared.url, ada.token!);
  await ada.join(code, "Ada");
  await ada.must({ type: "setPolicy", policy: { ...everything, lobby: true } });
  return { ada, code };
}

test("join-call is told to all, joiner included, with everyone's ids and names", async () => {
  const room = randomUUID();
  const ada = await animo(room, "Ada").connected();
  ada.join();
  const names = { username: "ada", name: "Ada" };
  const [usernamesMap, namesMap] = [{ [ada.id]: "ada" }, { [ada.id]: "Ada" }];
  expect(await ada.until("user-joined")).toEqual([
    ["user-joined", { id: ada.id, clients: [ada.id], ...names, usernamesMap, namesMap, ...flags }],
  ]);

  const ben = await animo(room, "Ben").connected();
  ben.join({ videoEnabled: true, audioAvailable: false, audioEnabled: false });
  const told = {
    id: ben.id,
    clients: [ada.id, ben.id],
    username: "ben",
    name: "Ben",
    usernamesMap: { [ada.id]: "ada", [ben.id]: "ben" },
    namesMap: { [ada.id]: "Ada", [ben.id]: "Ben" },
    peerAudioEnabled: false,
    peerAudioAvailable: false,
    peerVideoEnabled: true,
    peerVideoAvailable: true,
  };
  expect(await ada.until("user-joined")).toEqual([["user-joined", told]]);
  expect(await ben.until("user-joined")).toEqual([["user-joined", told]]);
});

test("join-call again on the same socket changes nothing, and lists nobody twice", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  ben.join();
  ben.join({ name: "Benjamin" });
  ben.write("still here");
  for (const one of [ada, ben]) {
    const names = await one.namesUntil("chat-message");
    expect(names, "nothing is told of it").toEqual(["chat-message"]);
  }
  const cleo = await animo(ada.roomID, "Cleo").connected();
  cleo.join();
  const [{ clients }] = await cleo.next("user-joined");
  expect(clients).toEqual([ada.id, ben.id, cleo.id]);
});

test("a code that nobody made opens a meeting without a host", async ({ client }) => {
  const room = `standup.${randomUUID()}`;
  await animo(room, "Ada").joined();
  const ben = await client();
  const { participants } = await ben.join(room, "Ben");
  expect(participants.find(({ name }) => name === "Ada")).toMatchObject({ role: "participant" });
});

test("a meeting is joined by its code in any spelling, and the member from elsewhere is shown", async ({
  meeting,
}) => {
  const { code, members } = await meeting("Ada");
  const ben = await animo(code.replaceAll("-", "").toUpperCase(), "Ben").connected();
  ben.join();
  const ada = `hearth-${members[0].you}`;
  const [joined] = await ben.next("user-joined");
  expect(joined).toMatchObject({ id: ben.id, clients: [ada, ben.id], namesMap: { [ada]: "Ada" } });
});

test("a newcomer hears the media of everyone who was there, once each", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  ben.say("toggle-media", { roomId: ada.roomID, ...flags, peerAudioEnabled: false });
  await ada.next("user-media-update");
  const cleo = await animo(ada.roomID, "Cleo").joined();
  cleo.write("hello");
  expect((await cleo.until("chat-message")).slice(0, -1)).toEqual([
    ["user-media-update", { userId: ada.id, ...flags }],
    ["user-media-update", { userId: ben.id, ...flags, peerAudioEnabled: false }],
  ]);
  expect(await ada.namesUntil("chat-message"), "who was there hears none of it").toEqual([
    "user-joined",
    "chat-message",
  ]);
});

test("a signal reaches its receiver alone, a string that nobody looks into", async () => {
  const [ada, ben, cleo] = await call("Ada", "Ben", "Cleo");
  const messages = [
    JSON.stringify({ sdp: { type: "offer", sdp: "v=0\r\n" } }),
    JSON.stringify({ ice: { candidate: "candidate:1", sdpMid: "0" } }),
    '{"ice":null}',
    'not JSON, "quoted" \\ and 🎉',
    "",
  ];
  for (const message of messages) {
    cleo.say("signal", ada.id, message);
    expect(await ada.until("signal")).toEqual([["signal", cleo.id, message]]);
  }
  cleo.write("done");
  for (const one of [ada, ben, cleo]) {
    expect(await one.namesUntil("chat-message")).toEqual(["chat-message"]);
  }
});

test("a signal to oneself, to an unknown id, or to someone in another call goes nowhere", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  const [mallory, mate] = await call("Mallory", "Mate");
  mallory.say("signal", ada.id, "from outside");
  mallory.say("signal", mate.id, "from inside");
  expect(await mate.next("signal")).toEqual([mallory.id, "from inside"]);
  ben.say("signal", ben.id, "to myself");
  ben.say("signal", "nobody", "to nobody");
  ben.say("signal", ada.roomID, "to the room");
  ben.say("signal", ada.id, "to Ada");
  expect(await ada.until("signal")).toEqual([["signal", ben.id, "to Ada"]]);
  ben.write("done");
  expect(await ben.namesUntil("chat-message")).toEqual(["chat-message"]);
});

test("toggle-media is told to the others as user-media-update, not to who did it", async () => {
  const [ada, ben, cleo] = await call("Ada", "Ben", "Cleo");
  const off = { ...flags, peerAudioEnabled: false, peerVideoAvailable: false };
  ben.say("toggle-media", { roomId: ada.roomID, ...off });
  const update = ["user-media-update", { userId: ben.id, ...off }];
  for (const one of [ada, cleo]) {
    expect(await one.until("user-media-update")).toEqual([update]);
  }
  ben.write("done");
  expect(await ben.namesUntil("chat-message")).toEqual(["chat-message"]);
});

test("toggle-media in a meeting that one is not in changes nothing", async () => {
  const [ada] = await call("Ada");
  const [mallory] = await call("Mallory");
  mallory.say("toggle-media", { roomId: ada.roomID, ...flags, peerAudioEnabled: false });
  mallory.write("done");
  await mallory.next("chat-message");
  ada.write("hello");
  expect(await ada.namesUntil("chat-message")).toEqual(["chat-message"]);
});

test("chat reaches everyone, each in the form it writes itself, and in both until it has", async () => {
  const [ada, ben, cleo] = await call("Ada", "Ben", "Cleo");
  const said = (one: Animo, data: string) => ({
    positional: ["chat-message", one.name, data, "10:00", one.id],
    object: ["chat-message", { sender: one.name, data, time: "10:00", socketIdSender: one.id }],
  });
  ada.write("positional");
  const first = said(ada, "positional");
  expect(await ada.until("chat-message")).toEqual([first.positional]);
  for (const one of [ben, cleo]) {
    expect(await one.until("chat-message")).toEqual([first.positional]);
    expect(await one.until("chat-message")).toEqual([first.object]);
  }
  ben.writeObject("object");
  const second = said(ben, "object");
  expect(await ada.until("chat-message")).toEqual([second.positional]);
  expect(await ben.until("chat-message")).toEqual([second.object]);
  expect(await cleo.until("chat-message")).toEqual([second.positional]);
  expect(await cleo.until("chat-message")).toEqual([second.object]);
  ada.write("done");
  expect(await ada.until("chat-message")).toEqual([said(ada, "done").positional]);
  expect(await ben.until("chat-message")).toEqual([said(ada, "done").object]);
});

test("an object of chat in the name of another socket is dropped", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  ben.writeObject("I am Ada", { socketIdSender: ada.id });
  ben.writeObject("I am someone", { socketIdSender: "someone" });
  ben.say("chat-message", { sender: "Ada", data: "I am Ben, whatever I say", time: "10:01" });
  const [sender, data, time, from] = await ada.next("chat-message");
  expect([sender, data, time, from]).toEqual(["Ben", "I am Ben, whatever I say", "10:01", ben.id]);
});

test("the chat so far is replayed to the joiner alone, with its times", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  ada.write("one", "10:01");
  ada.write("two", 1_795_269_600_042);
  await ada.next("chat-message");
  await ada.next("chat-message");
  ben.writeObject("three", { time: "2026-11-21T14:00:00.042Z" });
  await ada.next("chat-message");
  const { id } = ben;
  ben.close();
  await ada.next("user-left");

  const cleo = await animo(ada.roomID, "Cleo").joined();
  const lines = [
    ["Ada", "one", "10:01", ada.id],
    ["Ada", "two", 1_795_269_600_042, ada.id],
    ["Ben", "three", "2026-11-21T14:00:00.042Z", id],
  ];
  await cleo.next("user-media-update");
  for (const [sender, data, time, socketIdSender] of lines) {
    expect(await cleo.next("chat-message")).toEqual([sender, data, time, socketIdSender]);
    expect(await cleo.next("chat-message")).toEqual([{ sender, data, time, socketIdSender }]);
  }
  cleo.write("done");
  expect((await ada.until("chat-message")).slice(1), "nobody else hears the replay").toEqual([
    ["chat-message", "Cleo", "done", "10:00", cleo.id],
  ]);
});

test("a line from elsewhere carries the time at which it was said", async ({ meeting }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  const ben = await animo(code, "Ben").joined();
  await ada.say("hello from Hearth");
  const [sender, data, time, from] = await ben.next("chat-message");
  expect([sender, data, from]).toEqual(["Ada", "hello from Hearth", `hearth-${ada.you}`]);
  const { message } = await ada.next("said");
  expect(time).toBe(new Date(message.at).toISOString());
  ben.write("hello from Animo");
  expect((await ada.next("said")).message).toMatchObject({
    from: { name: "Ben" },
    text: "hello from Animo",
  });
});

test("leave-call, and then the disconnect, is told to the others once as user-left", async () => {
  const [ada, ben, cleo] = await call("Ada", "Ben", "Cleo");
  const { id } = ben;
  ben.say("leave-call");
  ben.close();
  for (const one of [ada, cleo]) {
    expect(await one.until("user-left")).toEqual([["user-left", id, "ben"]]);
  }
  ada.write("done");
  expect(await cleo.namesUntil("chat-message")).toEqual(["chat-message"]);
});

test("leave-call is the end of a call, which may be joined again", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  ben.say("leave-call");
  ben.say("leave-call");
  await ada.next("user-left");
  ben.write("from outside");
  ada.write("from inside");
  expect(await ada.until("chat-message")).toEqual([
    ["chat-message", "Ada", "from inside", "10:00", ada.id],
  ]);
  ben.join();
  expect((await ben.until("user-joined")).at(-1)![1].clients).toEqual([ada.id, ben.id]);
});

test("a lost connection is told as user-left", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  const { id } = ben;
  ben.socket.io.engine.close();
  expect(await ada.until("user-left")).toEqual([["user-left", id, "ben"]]);
});

test("a member from elsewhere who forgot everything goes and comes, as they will offer again", async ({
  client,
  meeting,
}) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  const ben = await animo(code, "Ben").joined();
  await ben.next("user-media-update");
  const again = await client();
  ada.cut();
  await again.must({ type: "resume", code, token: ada.seat.token, after: null });
  const id = `hearth-${ada.you}`;
  expect(await ben.until("user-joined")).toEqual([
    ["user-left", id, "Ada"],
    ["user-joined", expect.objectContaining({ id, clients: [ben.id, id], name: "Ada" })],
  ]);
});

test("a member from elsewhere who joins again with other media is told as user-media-update", async () => {
  const ada = await animo(await session(), "Ada").joined();
  const ben = new Older(`${shared.url}/twalky`);
  const entry = { sessionId: ada.roomID, userId: "ben", name: "Ben", videoOn: false };
  for (const micOn of [true, false]) ben.say("join-session", { ...entry, micOn });
  const [{ id }] = await ada.next("user-joined");
  expect(await ada.until("user-media-update")).toEqual([
    ["user-media-update", { userId: id, ...flags, peerAudioEnabled: false }],
  ]);
  ben.close();
});

test("who is held in the lobby hears nothing but admitted, and then that they joined", async ({
  client,
}) => {
  const { ada, code } = await lobby(client);
  const ben = await animo(code, "Ben").connected();
  ben.join();
  const { who } = await ada.next("knocked");
  expect(who.name).toBe("Ben");
  ben.join();
  ben.write("let me in");
  await ada.say("somebody knocks");
  await ada.must({ type: "admit", who: who.id });
  const told = await ben.until("user-joined");
  expect(told).toEqual([["admitted"], ["user-joined", expect.objectContaining({ id: ben.id })]]);
  const { participant } = await ada.next("joined");
  expect(participant.name).toBe("Ben");
  expect(await ben.next("user-media-update")).toEqual([
    { userId: `hearth-${ada.you}`, ...flags, peerVideoEnabled: true },
  ]);
  const [, line] = await ben.next("chat-message");
  expect(line).toBe("somebody knocks");
});

test("who is not let in hears denied, and may ask again", async ({ client }) => {
  const { ada, code } = await lobby(client);
  const ben = await animo(code, "Ben").connected();
  for (let time = 0; time < 2; time++) {
    ben.join();
    const { who } = await ada.next("knocked");
    await ada.must({ type: "deny", who: who.id });
    expect(await ben.until("denied")).toEqual([["denied"]]);
  }
  ben.say("leave-call");
  ben.join();
  const { who } = await ada.next("knocked");
  await ada.must({ type: "admit", who: who.id });
  await ben.next("user-joined");
});

test("who is refused keeps the call they are in", async ({ client }) => {
  const { ada, code } = await lobby(client);
  await ada.must({ type: "setPolicy", policy: { ...everything, locked: true } });
  const [ben, cleo] = await call("Ben", "Cleo");
  ben.join({ roomID: code });
  expect(await ben.until("denied")).toEqual([["denied"]]);
  ben.write("still here");
  expect((await cleo.next("chat-message"))[1]).toBe("still here");
});

test("the ids that others see are no way into a connection", async () => {
  const members = await call("Ada", "Ben", "Cleo");
  const engines = members.map(({ socket }) => socket.io.engine.id);
  const ids = members.map(({ id }) => id);
  expect(ids.filter((id) => engines.includes(id))).toEqual([]);
  const address = `${shared.url}/socket.io/?EIO=4&transport=polling&sid=${ids[0]!}`;
  expect((await fetch(address, { method: "POST", body: '42/animo,["leave-call"]' })).status).toBe(
    400,
  );
});

test("wrong arguments are ignored, at every event, and end nothing", async () => {
  const [ada, ben] = await call("Ada", "Ben");
  const odd = [[], [null], [7], ["text"], [true], [[]], [{}], [{ roomID: 7 }], [[null, {}]]];
  const room = ada.roomID;
  const wrong: [string, unknown[][]][] = [
    [
      "join-call",
      [
        ...odd,
        [{ roomID: null, username: "x" }],
        [{ roomID: "", username: "x" }],
        [{ roomID: "x".repeat(65), username: "x" }],
        [{ roomID: randomUUID(), username: 7 }],
        [{ roomID: randomUUID(), username: "x", audioEnabled: "yes" }],
        [{ roomId: randomUUID(), username: "the small d" }],
      ],
    ],
    ["signal", [...odd, [ada.id], [ada.id, null], [ada.id, {}], [ada.id, 7], [null, "x"]]],
    [
      "toggle-media",
      [
        ...odd,
        [{ roomId: room }],
        [{ roomId: room, ...flags, peerAudioEnabled: null }],
        [{ roomId: room, ...flags, peerVideoEnabled: "no" }],
        [{ roomID: room, ...flags }],
      ],
    ],
    [
      "chat-message",
      [
        ...odd,
        ["Ben"],
        ["Ben", null, "10:00"],
        [null, "x", "10:00"],
        ["Ben", {}, "10:00"],
        [{ sender: "Ben", time: "10:00" }],
        [{ sender: 7, data: "x", time: "10:00" }],
        [{ sender: "Ben", data: "x", time: "10:00", socketIdSender: 7 }],
      ],
    ],
    ["no-such-event", odd],
  ];
  for (const [event, cases] of wrong) {
    for (const args of cases) ben.say(event, ...args);
  }
  ben.write("still here");
  expect(await ada.until("chat-message")).toHaveLength(1);
  expect((await ben.until("chat-message")).at(-1)![2]).toBe("still here");
  expect(ben.heard.map(([name]) => name)).toEqual([
    "user-joined",
    "user-media-update",
    "chat-message",
  ]);
  ben.say("leave-call", null, {}, "whatever");
  expect(await ada.next("user-left")).toEqual([ben.id, "ben"]);
});

for (const transports of [["websocket"], ["polling"], ["polling", "websocket"]]) {
  test(`a whole call goes over ${transports.join(" and then ")}`, async () => {
    const room = randomUUID();
    const ada = await animo(room, "Ada", { transports }).connected();
    const { engine } = ada.socket.io;
    const last = transports.at(-1)!;
    if (engine.transport.name !== last) {
      await new Promise((resolve) => engine.once("upgrade", resolve));
    }
    await ada.joined();
    const ben = await animo(room, "Ben", { transports }).joined();
    const message = JSON.stringify({ sdp: { type: "offer", sdp: "x".repeat(20_000) } });
    ben.say("signal", ada.id, message);
    expect(await ada.next("signal")).toEqual([ben.id, message]);
    ada.write("hello");
    expect((await ben.next("chat-message"))[1]).toBe("hello");
    ben.say("leave-call");
    await ada.next("user-left");
    expect(engine.transport.name).toBe(last);
  });
}

test("an account of Hearth's own is not claimed by an Animo name", async ({ client }) => {
  const token = guestToken();
  const ada = await client({ token });
  const code = await newMeeting(shared.url, token);
  await ada.must({ type: "enter", code });
  const mallory = await animo(code, "Ada").joined();
  await ada.must({ type: "join", name: "Ada", media: allOn });
  const { participants, you } = await ada.next("welcome");
  const roles = Object.fromEntries(participants.map(({ id, role }) => [id, role]));
  expect(Object.values(roles).sort()).toEqual(["host", "participant"]);
  expect(roles[you], "whoever claims to be Ada has no rights").toBe("host");
  mallory.close();
});
