/** WebRTC chat's contract on sockets, row by row, with its own client library. */
import { Older } from "../../support/older.ts";
import { signUp as signUpNatively } from "../../support/rest.ts";
import { type WebRtcChat, expect, signUp, test } from "../../support/webrtc-chat.ts";

const offer = { type: "offer", sdp: "v=0\r\n" };
const answer = { type: "answer", sdp: "v=0\r\n" };
const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0 };
const iso = expect.stringMatching(/^20[2-9]\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

async function silent(...everyone: WebRtcChat[]): Promise<void> {
  for (const one of everyone) {
    expect(await one.heardMeanwhile(), `${one.account.username} hears nothing`).toEqual([]);
  }
}

test("the socket refuses whoever has no valid token with Authentication error", async ({
  hearthd,
}) => {
  const { url } = hearthd;
  const { token } = await signUp(url, "Ada");
  const [header, claims] = token.split(".");
  const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
  const native = await signUpNatively(url, { username: "ben" });
  const tokens = ["", "x", 7, null, {}, native, `${header}.${claims}.`, `${unsigned}.${claims}.`];
  for (const auth of [undefined, {}, ...tokens.map((token) => ({ token }))]) {
    const nobody = new Older(`${url}/webrtc-chat`, auth === undefined ? {} : { auth });
    const refused = nobody.connected();
    await expect(refused, JSON.stringify(auth)).rejects.toThrow(/^Authentication error$/);
    nobody.close();
  }
  const ada = await new Older(`${url}/webrtc-chat`, { auth: { token } }).connected();
  ada.close();
});

test("join-room tells the others who joined, and the whole room who is in", async ({ user }) => {
  const [ada, ben, cleo] = [await user("Ada"), await user("Ben"), await user("Cleo")];
  const roomId = await ada.newRoom();
  const here: WebRtcChat[] = [];
  for (const one of [ada, ben, cleo]) {
    one.say("join-room", { roomId, username: "someone else" });
    here.push(one);
    const participants = here.map(({ userId }) => userId);
    const inRoom = ["room-participants", { participants }];
    expect(await one.until("room-participants")).toEqual([inRoom]);
    for (const other of here.slice(0, -1)) {
      expect(await other.until("room-participants")).toEqual([["user-joined", one.user], inRoom]);
    }
  }
});

test("who joins twice is in once, and told again who is", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  ben.join(roomId);
  expect(await ben.until("room-participants")).toEqual([
    ["room-participants", { participants: [ada.userId, ben.userId] }],
  ]);
  await silent(ada, ben);
});

test("leave-room tells those who stay who left, and who is in", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  ben.say("leave-room", { roomId, username: "someone else" });
  for (const one of [ada, cleo]) {
    expect(await one.until("room-participants")).toEqual([
      ["user-left", ben.user],
      ["room-participants", { participants: [ada.userId, cleo.userId] }],
    ]);
  }
  ben.say("leave-room", { roomId });
  await silent(ben, ada, cleo);
  ben.join(roomId);
  expect(await ada.until("room-participants")).toEqual([
    ["user-joined", ben.user],
    ["room-participants", { participants: [ada.userId, cleo.userId, ben.userId] }],
  ]);
});

test("a disconnect, wanted or not, is told like leaving each room", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  const second = await ada.newRoom();
  await ada.joined(second);
  await ben.joined(second);
  await ada.heardMeanwhile();
  ben.close();
  const told = await ada.until("room-participants");
  told.push(...(await ada.until("room-participants")));
  expect(told).toHaveLength(4);
  expect(told.filter(([name]) => name === "user-left")).toEqual([
    ["user-left", ben.user],
    ["user-left", ben.user],
  ]);
  expect(told).toContainEqual(["room-participants", { participants: [ada.userId] }]);
  expect(await cleo.until("room-participants")).toEqual([
    ["user-left", ben.user],
    ["room-participants", { participants: [ada.userId, cleo.userId] }],
  ]);
  cleo.socket.io.engine.close();
  expect(await ada.until("room-participants")).toEqual([
    ["user-left", cleo.user],
    ["room-participants", { participants: [ada.userId] }],
  ]);
  expect(roomId).not.toBe(second);
});

test("of two tabs one may leave and the other stays; left is told with the last", async ({
  room,
  user,
}) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  const tab = await user("Ben");
  tab.join(roomId);
  expect(await tab.until("room-participants")).toEqual([
    ["room-participants", { participants: [ada.userId, ben.userId] }],
  ]);
  await silent(ada, ben);
  ada.say("webrtc-offer", { roomId, offer, targetUserId: ben.userId });
  for (const one of [ben, tab]) {
    expect(await one.next("webrtc-offer")).toEqual([{ offer, fromUserId: ada.userId }]);
  }
  tab.say("leave-room", { roomId });
  await silent(tab, ada, ben);
  await tab.joined(roomId);
  ben.close();
  ada.say("initiate-call", { roomId, callType: "audio", username: "Ada" });
  await tab.next("incoming-call");
  await silent(ada);
  tab.close();
  expect(await ada.namesUntil("room-participants")).toEqual(
    expect.arrayContaining(["user-left", "room-participants"]),
  );
});

test("send-message is stored, and then told to the room, sender included", async ({
  room,
  user,
}) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  const cleo = await user("Cleo");
  ben.say("send-message", { roomId, content: "hello <b>", username: "Ada" });
  const [message] = await ben.next("new-message");
  const stored = (await cleo.ask("GET", `/rooms/${roomId}/messages`)) as object[];
  const id = expect.stringMatching(/^[0-9a-f]{24}$/);
  expect(message).toEqual({
    id,
    _id: id,
    sender: ben.userId,
    senderName: "Ben",
    content: "hello <b>",
    timestamp: iso,
  });
  const { _id, content, senderName, timestamp } = message;
  expect(message.id).toBe(_id);
  const sender = { _id: ben.userId, username: "Ben" };
  expect(stored).toEqual([{ _id, room: roomId, sender, senderName, content, timestamp }]);
  expect(await ada.until("new-message")).toEqual([["new-message", message]]);
  await silent(cleo);
});

test("who is not in a room says nothing there, nor hears of it", async ({ room, user }) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  const mallory = await user("Mallory");
  await mallory.heardMeanwhile();
  mallory.say("send-message", { roomId, content: "psst" });
  mallory.say("leave-room", { roomId });
  mallory.say("webrtc-offer", { roomId, offer, targetUserId: ada.userId });
  mallory.say("webrtc-answer", { answer, targetUserId: ada.userId });
  mallory.say("webrtc-ice-candidate", { candidate, targetUserId: ada.userId });
  mallory.say("initiate-call", { roomId, callType: "video", username: "Ada" });
  mallory.say("accept-call", { targetUserId: ada.userId });
  mallory.say("reject-call", { targetUserId: ada.userId });
  mallory.say("end-call", { roomId, targetUserId: ada.userId });
  ada.say("webrtc-offer", { roomId, offer, targetUserId: mallory.userId });
  ada.say("accept-call", { targetUserId: mallory.userId });
  ada.say("reject-call", { targetUserId: mallory.userId });
  await silent(mallory, ada, ben, mallory);
});

test("rooms, users and calls that are unknown are ignored", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  for (const id of ["0".repeat(24), "no such room", "", "x".repeat(100), ben.id]) {
    ada.join(id);
    ada.say("leave-room", { roomId: id });
    ada.say("send-message", { roomId: id, content: "hello" });
    ada.say("initiate-call", { roomId: id, callType: "video" });
    ada.say("end-call", { roomId: id });
    ada.say("webrtc-offer", { roomId: id, offer, targetUserId: ben.userId });
    ada.say("webrtc-offer", { roomId, offer, targetUserId: id });
    ada.say("webrtc-answer", { answer, targetUserId: id });
    ada.say("webrtc-ice-candidate", { candidate, targetUserId: id });
    ada.say("accept-call", { targetUserId: id });
    ada.say("reject-call", { targetUserId: id });
  }
  await silent(ada, ben);
});

test("offers, answers and candidates reach the target alone", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  for (const [one, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    const { userId: targetUserId } = other;
    const { userId: fromUserId } = one;
    one.say("webrtc-offer", { roomId, offer, targetUserId });
    one.say("webrtc-answer", { answer, targetUserId });
    one.say("webrtc-ice-candidate", { candidate, targetUserId });
    one.say("webrtc-ice-candidate", { roomId, candidate: null, targetUserId });
    await silent(one);
    expect(await other.heardMeanwhile()).toEqual([
      ["webrtc-offer", { offer, fromUserId }],
      ["webrtc-answer", { answer, fromUserId }],
      ["webrtc-ice-candidate", { candidate, fromUserId }],
      ["webrtc-ice-candidate", { candidate: null, fromUserId }],
    ]);
  }
  await silent(cleo);
});

test("missing, null and wrongly typed arguments are ignored, and harm nobody", async ({
  hearthd,
  room,
}) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  const targetUserId = ben.userId;
  const right: Record<string, Record<string, unknown>> = {
    "join-room": { roomId },
    "leave-room": { roomId },
    "send-message": { roomId, content: "hello" },
    "webrtc-offer": { roomId, offer, targetUserId },
    "webrtc-answer": { answer, targetUserId },
    "webrtc-ice-candidate": { candidate, targetUserId },
    "initiate-call": { roomId },
    "accept-call": { targetUserId },
    "reject-call": { targetUserId },
    "end-call": { roomId },
    unknown: {},
  };
  const isOpaque = (field: string) => ["offer", "answer"].includes(field);
  for (const [event, body] of Object.entries(right)) {
    for (const args of [[], [null], ["text"], [7], [[]], [[roomId]], [{}]]) ada.say(event, ...args);
    for (const field of Object.keys(body)) {
      if (field === "candidate") continue;
      for (const odd of isOpaque(field) ? [null] : [null, 7, true, {}, [roomId]]) {
        if (event === "webrtc-offer" && field === "roomId" && odd === null) continue;
        ada.say(event, { ...body, [field]: odd });
      }
    }
  }
  ada.say("send-message", { roomId, content: "" });
  ada.say("send-message", { roomId, content: "x".repeat(5_000) });
  await silent(ada, ben);
  ada.say("send-message", { roomId, content: "still here" });
  expect((await ben.next("new-message"))[0].content).toBe("still here");
  expect(hearthd.lives).toBe(true);
});

for (const transports of [["polling"], ["websocket"], ["polling", "websocket"]]) {
  test(`a whole call goes over ${transports.join(" and then ")}`, async ({ user }) => {
    const [ada, ben] = [await user("Ada", { transports }), await user("Ben", { transports })];
    const roomId = await ada.newRoom();
    await ada.joined(roomId);
    await ben.joined(roomId);
    ada.say("initiate-call", { roomId, callType: "video", username: "Ada" });
    await ben.next("incoming-call");
    const long = { type: "offer", sdp: "x".repeat(20_000) };
    ada.say("webrtc-offer", { roomId, offer: long, targetUserId: ben.userId });
    expect(await ben.next("webrtc-offer")).toEqual([{ offer: long, fromUserId: ada.userId }]);
    ben.say("accept-call", { targetUserId: ada.userId });
    await ada.next("call-accepted");
    ben.close();
    await ada.next("call-ended");
  });
}
