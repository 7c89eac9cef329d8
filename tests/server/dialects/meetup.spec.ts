/** MeetUp's contract, row by row, with its own client library. */
import { randomUUID } from "node:crypto";
import { Agent } from "node:http";

import { expect, test } from "../../support/meetup.ts";
import type { OlderLook } from "../../support/older.ts";
import { ask } from "../../support/rest.ts";

const signals = [
  ["webrtc-offer", { offer: { type: "offer", sdp: "v=0\r\n" } }],
  ["webrtc-answer", { answer: { type: "answer", sdp: "v=0\r\n" } }],
  ["webrtc-ice-candidate", { candidate: { candidate: "candidate:1", sdpMid: "0" } }],
  ["webrtc-ice-candidate", { candidate: null }],
] as const;

test("GET / tells how many are online, and how many calls go on", async ({ hearthd, users }) => {
  const home = async (path: string) => {
    const { status, body } = await ask(`${hearthd.url}${path}`);
    return [status, JSON.parse(body) as unknown];
  };
  const message = "MeetUp Backend Server is running!";
  const counts = (onlineUsers: number, activeCalls: number) => [
    200,
    { message, onlineUsers, activeCalls },
  ];
  expect(await home("/meetup")).toEqual(counts(0, 0));
  const [ada, ben] = await users("Ada", "Ben");
  const callId = await ada.start([ben]);
  for (const path of ["/meetup", "/meetup/"]) expect(await home(path)).toEqual(counts(2, 1));
  ada.say("leave-call", { callId, userId: ada.userId });
  await ada.next("call-left");
  ben.close();
  await ada.next("user-left");
  await expect.poll(() => home("/meetup")).toEqual(counts(1, 0));
});

test("user-joined tells everyone who is online, and the others who came", async ({ stranger }) => {
  const [ada, ben] = [await stranger("Ada"), await stranger("Ben")];
  ada.say("user-joined", ada.user);
  expect(await ada.until("users-list")).toEqual([["users-list", [ada.listed]]]);
  ben.say("user-joined", ben.user);
  expect(await ben.until("users-list")).toEqual([["users-list", [ada.listed, ben.listed]]]);
  expect(await ada.until("user-joined")).toEqual([
    ["users-list", [ada.listed, ben.listed]],
    ["user-joined", ben.listed],
  ]);
  const [, [, inList]] = ada.heard.at(-2)!;
  expect(ada.heard.at(-1), "the time is one and the same").toEqual(["user-joined", inList]);
  expect(await ben.heardMeanwhile(), "nobody hears that they came themselves").toEqual([]);
});

test("joining again changes nothing, and tells the list to oneself alone", async ({ call }) => {
  const { members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  ben.say("user-joined", ben.user);
  expect(await ben.heardMeanwhile()).toEqual([["users-list", [ada.listed, ben.listed]]]);
  expect(await ada.heardMeanwhile()).toEqual([]);
});

test("who goes is told by users-list and then user-left, a bare string", async ({ users }) => {
  const [ada, ben, cleo] = await users("Ada", "Ben", "Cleo");
  ben.close();
  expect(await ada.until("user-left")).toEqual([
    ["users-list", [ada.listed, cleo.listed]],
    ["user-left", ben.userId],
  ]);
  cleo.socket.io.engine.close();
  expect(await ada.until("user-left")).toEqual([
    ["users-list", [ada.listed]],
    ["user-left", cleo.userId],
  ]);
});

test("who was lost and comes again is listed once, and in no call", async ({ call, stranger }) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  ben.socket.io.engine.close();
  await ada.next("user-left");
  const again = await stranger("Ben");
  again.say("user-joined", again.user);
  expect(await again.until("users-list")).toEqual([["users-list", [ada.listed, again.listed]]]);
  await ada.next("user-joined");
  again.say("join-call", { callId, user: again.user });
  expect(await again.until("call-participants")).toEqual([
    ["call-participants", { callId, participants: [ada.user, again.user] }],
  ]);
});

test("of two tabs one may close; the user is gone when the last one goes", async ({
  call,
  stranger,
}) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const tab = await (await stranger("Ben")).online();
  await tab.join(callId);
  expect(await ada.heardMeanwhile(), "nobody new came").toEqual([]);

  const between = { callId, targetUserId: ben.userId };
  const [[event, body]] = signals;
  ada.say(event, { ...between, ...body });
  for (const one of [ben, tab]) {
    expect(await one.next(event)).toEqual([{ callId, fromUserId: ada.userId, ...body }]);
  }
  ben.close();
  await ada.start([ben]);
  expect((await tab.next("incoming-call"))[0].initiator).toEqual(ada.user);
  ada.say(event, { ...between, ...body });
  await tab.next(event);
  expect(await ada.heardMeanwhile(), "nobody left").toEqual([]);
  tab.close();
  expect(await ada.namesUntil("user-left")).toEqual(["user-left-call", "users-list", "user-left"]);
});

test("start-call invites the listed who are online, and starts for the caller", async ({
  users,
}) => {
  const [ada, ben, cleo, dan] = await users("Ada", "Ben", "Cleo", "Dan");
  const away = { id: "user-Eve", username: "Eve" };
  for (const [isVideo, initiator, more] of [
    [true, ada.user, {}],
    [false, ada.userId, { startedAt: "2026-01-01T00:00:00.000Z" }],
  ] as const) {
    const id = randomUUID();
    const participants = [ada.user, ben.user, cleo.user, ben.user, away];
    ada.say("start-call", { id, initiator, participants, isVideo, ...more });
    expect(await ada.until("call-started")).toEqual([["call-started", { callId: id }]]);
    for (const one of [ben, cleo]) {
      expect(await one.until("incoming-call")).toEqual([
        ["incoming-call", { callId: id, initiator, isVideo }],
      ]);
    }
  }
  for (const one of [ada, ben, cleo]) expect(await one.heardMeanwhile()).toEqual([]);
  expect(await dan.heardMeanwhile(), "who is not listed hears nothing").toEqual([]);
});

test("join-call tells the joiner who is in, and the others who joined", async ({ users }) => {
  const [ada, ben, cleo] = await users("Ada", "Ben", "Cleo");
  const callId = await ada.start([ben]);
  await ben.next("incoming-call");
  ben.say("join-call", { callId, user: ben.user });
  let participants = [ada.user, ben.user];
  expect(await ben.until("call-participants")).toEqual([
    ["call-participants", { callId, participants }],
  ]);
  expect(await ada.until("user-joined-call")).toEqual([
    ["user-joined-call", { callId, user: ben.user, participants }],
  ]);
  cleo.say("join-call", { callId, user: cleo.user });
  participants = [ada.user, ben.user, cleo.user];
  expect(await cleo.until("call-participants"), "who was not invited may come").toEqual([
    ["call-participants", { callId, participants }],
  ]);
  for (const one of [ada, ben]) {
    expect(await one.until("user-joined-call")).toEqual([
      ["user-joined-call", { callId, user: cleo.user, participants }],
    ]);
  }
  for (const one of [ada, ben, cleo]) expect(await one.heardMeanwhile()).toEqual([]);
});

test("who joins twice is in once", async ({ call }) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const participants = [ada.user, ben.user];
  ben.say("join-call", { callId, user: ben.user });
  expect(await ben.until("call-participants")).toEqual([
    ["call-participants", { callId, participants }],
  ]);
  expect(await ada.heardMeanwhile()).toEqual([]);
});

test("joining an unknown call is answered by call-not-found", async ({ users }) => {
  const [ada] = await users("Ada");
  for (const callId of ["nothing", "no such call", "", "x".repeat(100), ada.id]) {
    ada.say("join-call", { callId, user: ada.user });
    expect(await ada.until("call-not-found")).toEqual([["call-not-found", { callId }]]);
  }
});

test("leave-call is told to the leaver, and to those who stay", async ({ call }) => {
  const { callId, members } = await call("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  ben.say("leave-call", { callId, userId: ben.userId });
  expect(await ben.until("call-left")).toEqual([["call-left", { callId }]]);
  const participants = [ada.user, cleo.user];
  for (const one of [ada, cleo]) {
    expect(await one.until("user-left-call")).toEqual([
      ["user-left-call", { callId, userId: ben.userId, participants }],
    ]);
  }
  expect(await ben.heardMeanwhile()).toEqual([]);
});

test("call-left always comes, also to who was never in", async ({ call, users }) => {
  const { callId, members } = await call("Ada", "Ben");
  const [cleo] = await users("Cleo");
  for (const one of members) await one.heardMeanwhile();
  for (const id of [callId, "nothing", "no such call", "", "x".repeat(100)]) {
    cleo.say("leave-call", { callId: id, userId: cleo.userId });
    expect(await cleo.until("call-left")).toEqual([["call-left", { callId: id }]]);
  }
  for (const one of members) expect(await one.heardMeanwhile()).toEqual([]);
});

test("a call ends when its last participant leaves", async ({ call }) => {
  const { callId, members } = await call("Ada", "Ben");
  for (const one of members) {
    one.say("leave-call", { callId, userId: one.userId });
    await one.next("call-left");
  }
  for (const one of members) {
    one.say("join-call", { callId, user: one.user });
    expect(await one.until("call-not-found")).toEqual([["call-not-found", { callId }]]);
  }
});

test("a second start-call with a live id is dropped", async ({ call, users }) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const [cleo] = await users("Cleo");
  for (const one of members) await one.heardMeanwhile();
  for (const one of [cleo, ada]) {
    const participants = [ada.user, ben.user, cleo.user];
    one.say("start-call", { id: callId, initiator: one.user, participants, isVideo: false });
    expect(await one.heardMeanwhile(), "neither started nor told of an error").toEqual([]);
  }
  for (const one of [ada, ben, cleo]) expect(await one.heardMeanwhile()).toEqual([]);
  await cleo.join(callId);
  const participants = [ada.user, ben.user, cleo.user];
  expect(cleo.heard.at(-1)).toEqual(["call-participants", { callId, participants }]);
});

test("offers, answers and candidates reach the target alone, whoever offers", async ({ call }) => {
  const { callId, members } = await call("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  for (const [one, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    for (const [event, body] of signals) {
      one.say(event, { callId, targetUserId: other.userId, ...body });
      expect(await other.until(event)).toEqual([
        [event, { callId, fromUserId: one.userId, ...body }],
      ]);
    }
    expect(await one.heardMeanwhile(), "the sender hears nothing").toEqual([]);
  }
  expect(await cleo.heardMeanwhile(), "nobody else hears them").toEqual([]);
});

test("a signal passes only between members of its call", async ({ call, users }) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const [mallory] = await users("Mallory");
  const own = await mallory.start();
  for (const one of members) await one.heardMeanwhile();
  for (const [event, body] of signals) {
    for (const id of [callId, own, "nothing", ben.id]) {
      mallory.say(event, { callId: id, targetUserId: ben.userId, ...body });
    }
    for (const targetUserId of [mallory.userId, "nobody", ben.id, ada.userId, ""]) {
      ada.say(event, { callId, targetUserId, ...body });
    }
    ada.say(event, { callId: own, targetUserId: mallory.userId, ...body });
  }
  for (const one of [ada, mallory, ben, ada]) expect(await one.heardMeanwhile()).toEqual([]);
});

test("a socket is in twenty calls at once, and a further one does not begin", async ({ users }) => {
  const [ada, ben] = await users("Ada", "Ben");
  for (let calls = 0; calls < 20; calls++) await ada.start();
  const callId = "one-too-many";
  const participants = [ada.user, ben.user];
  ada.say("start-call", { id: callId, initiator: ada.user, participants, isVideo: true });
  expect(await ada.heardMeanwhile()).toEqual([]);
  ben.say("join-call", { callId, user: ben.user });
  expect(await ben.until("call-not-found")).toEqual([["call-not-found", { callId }]]);
});

test("a call that goes by someone's socket id or user id is a call like others", async ({
  users,
}) => {
  const [ada, ben, cleo] = await users("Ada", "Ben", "Cleo");
  for (const id of [ben.id, ben.userId]) {
    const callId = await ada.start([], id);
    await cleo.join(callId);
    await ada.next("user-joined-call");
    cleo.say("leave-call", { callId, userId: cleo.userId });
    await ada.next("user-left-call");
  }
  expect(await ben.heardMeanwhile()).toEqual([]);
});

test("nobody starts, joins or leaves in another's name", async ({ call, users }) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const [mallory] = await users("Mallory");
  for (const one of members) await one.heardMeanwhile();
  const id = randomUUID();
  const participants = [ada.user, ben.user];
  for (const initiator of [ada.user, ada.userId]) {
    mallory.say("start-call", { id, initiator, participants, isVideo: true });
  }
  mallory.say("join-call", { callId, user: ada.user });
  mallory.say("leave-call", { callId, userId: ben.userId });
  for (const one of [mallory, ada, ben]) expect(await one.heardMeanwhile()).toEqual([]);
  mallory.say("join-call", { callId: id, user: mallory.user });
  expect(await mallory.next("call-not-found")).toEqual([{ callId: id }]);
});

test("user-joined under a second id leaves the first, and its calls", async ({
  call,
  stranger,
}) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const other = await stranger("Benjamin");
  ben.say("user-joined", other.user);
  expect(await ada.until("user-joined")).toEqual([
    ["user-left-call", { callId, userId: ben.userId, participants: [ada.user] }],
    ["users-list", [ada.listed]],
    ["user-left", ben.userId],
    ["users-list", [ada.listed, other.listed]],
    ["user-joined", other.listed],
  ]);
  expect(await ben.until("users-list")).toEqual([["users-list", [ada.listed, other.listed]]]);
});

test("an id that is online is taken from the same address only", async ({ call, stranger }) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const agent = new Agent({ localAddress: "127.0.0.2" });
  // The type is that of browsers, which know no agents.
  const mallory = await stranger("Ada", { agent } as unknown as OlderLook);
  mallory.say("user-joined", mallory.user);
  const participants = [ada.user, ben.user];
  const start = { id: randomUUID(), initiator: mallory.user, participants, isVideo: true };
  for (let times = 0; times < 2; times++) {
    mallory.say("start-call", start);
    mallory.say("join-call", { callId, user: mallory.user });
    expect(await mallory.until("call-not-found")).toEqual([["call-not-found", { callId }]]);
  }
  for (const one of members) expect(await one.heardMeanwhile()).toEqual([]);
  mallory.close();
});

test("a disconnect is told in each call, then by users-list, then by user-left", async ({
  call,
}) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const second = await ben.start([ada]);
  await ada.join(second);
  await ada.heardMeanwhile();
  ben.close();
  const told = await ada.until("user-left");
  const participants = [ada.user];
  const { userId } = ben;
  expect(told.slice(0, 2)).toEqual(
    expect.arrayContaining([
      ["user-left-call", { callId, userId, participants }],
      ["user-left-call", { callId: second, userId, participants }],
    ]),
  );
  expect(told.slice(2)).toEqual([
    ["users-list", [ada.listed]],
    ["user-left", userId],
  ]);
});

test("missing, null and wrongly typed arguments are ignored, and harm nobody", async ({
  call,
  hearthd,
}) => {
  const { callId, members } = await call("Ada", "Ben");
  const [ada, ben] = members;
  const { user, userId } = ada;
  const odd = [7, true, {}, [7], null];
  const wrong: [string, object][] = odd.flatMap((it): [string, object][] => [
    ["user-joined", { ...user, id: it }],
    ["user-joined", { id: "someone", username: it }],
    ["start-call", { id: it, initiator: user, participants: [ben.user], isVideo: true }],
    ["start-call", { id: "new", initiator: it, participants: [ben.user], isVideo: true }],
    ["start-call", { id: "new", initiator: user, participants: it, isVideo: true }],
    ["start-call", { id: "new", initiator: user, participants: [it], isVideo: true }],
    ["join-call", { callId: it, user }],
    ["join-call", { callId, user: it }],
    ["join-call", { callId, user: { ...user, id: it } }],
    ["leave-call", { callId: it, userId }],
    ["leave-call", { callId, userId: it }],
    ...signals.flatMap(([event, body]): [string, object][] => [
      [event, { callId: it, targetUserId: ben.userId, ...body }],
      [event, { callId, targetUserId: it, ...body }],
    ]),
  ]);
  for (const [event, body] of signals) {
    wrong.push([event, { callId, targetUserId: ben.userId }]);
    const nothing = { callId, targetUserId: ben.userId, [Object.keys(body)[0]!]: null };
    if (!("candidate" in body)) wrong.push([event, nothing]);
  }
  for (const [event, body] of wrong) {
    ada.say(event, body);
    expect(await ada.heardMeanwhile(), `${event} ${JSON.stringify(body)}`).toEqual([]);
  }
  for (const event of new Set(wrong.map(([event]) => event)).add("unknown")) {
    for (const args of [[], [null], ["text"], [7], [[]], [[user]], [{}]]) ada.say(event, ...args);
  }
  expect(await ada.heardMeanwhile()).toEqual([]);
  expect(await ben.heardMeanwhile()).toEqual([]);
  const [[event, body]] = signals;
  ada.say(event, { callId, targetUserId: ben.userId, ...body });
  expect(await ben.next(event)).toEqual([{ callId, fromUserId: userId, ...body }]);
  expect(hearthd.lives).toBe(true);
});

for (const transports of [["polling"], ["websocket"], ["polling", "websocket"]]) {
  test(`a whole call goes over ${transports.join(" and then ")}`, async ({ stranger }) => {
    const ada = await (await stranger("Ada", { transports })).online();
    const ben = await (await stranger("Ben", { transports })).online();
    const callId = await ada.start([ben]);
    await ben.next("incoming-call");
    await ben.join(callId);
    const offer = { type: "offer", sdp: "x".repeat(20_000) };
    ada.say("webrtc-offer", { callId, targetUserId: ben.userId, offer });
    expect(await ben.next("webrtc-offer")).toEqual([{ callId, fromUserId: ada.userId, offer }]);
    ben.close();
    await ada.next("user-left");
  });
}
