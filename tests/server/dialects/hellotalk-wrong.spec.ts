/** What HelloTalk's clients send wrong is answered in the old words, and harms nobody. */
import { Agent } from "node:http";

import { expect, test } from "../../support/hellotalk.ts";
import type { OlderLook } from "../../support/older.ts";

const offer = { type: "offer", sdp: "v=0\r\n" };
const answer = { type: "answer", sdp: "v=0\r\n" };
const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0 };

/** Every event but `user:join`, and what it says when it cannot be done at all. */
const failures = {
  "call:initiate": "Failed to initiate call",
  "call:accept": "Failed to accept call",
  "call:reject": "Failed to reject call",
  "call:offer": "Failed to send offer",
  "call:answer": "Failed to send answer",
  "ice:candidate": "Failed to send ICE candidate",
  "call:end": "Failed to end call",
  "user:status": "Failed to get user status",
};

test("user:join without an id is refused, and without a payload fails", async ({ stranger }) => {
  const ada = await stranger();
  for (const body of [{}, { userId: null }, { userId: "" }]) {
    expect(await ada.refused("user:join", body)).toBe("User ID is required");
  }
  for (const args of [[], [null], ["ada"], [["ada"]], [{ userId: 7 }], [{ userId: {} }]]) {
    expect(await ada.refused("user:join", ...args)).toBe("Failed to join");
  }
  await ada.joined();
});

test("an id that is online is taken from the same address only", async ({ stranger, user }) => {
  const [ada, ben] = [await user("ada"), await user("ben")];
  const callId = await ada.call(ben);
  const agent = new Agent({ localAddress: "127.0.0.2" });
  // The type is that of browsers, which know no agents.
  const mallory = await stranger("ada", { agent } as unknown as OlderLook);
  expect(await mallory.refused("user:join", { userId: "ada" })).toBe("Failed to join");
  expect(await mallory.refused("call:end", { callId })).toBe("User not authenticated");
  expect(await ben.heardMeanwhile()).toEqual([]);
  await ada.heardMeanwhile();
});

test("anything before user:join is refused", async ({ stranger }) => {
  const ada = await stranger();
  for (const event of Object.keys(failures)) {
    for (const args of [[], [{ userId: "ben", to: "ben", callId: "1", from: "ada" }]]) {
      expect(await ada.refused(event, ...args), event).toBe("User not authenticated");
    }
  }
});

test("a missing payload fails in the event's own words and harms nobody", async ({
  hearthd,
  user,
}) => {
  const [ada, ben] = [await user(), await user()];
  const callId = await ada.call(ben);
  for (const [event, message] of Object.entries(failures)) {
    for (const args of [[], [null], ["text"], [7], [true], [[]], [[ada.userId]]]) {
      expect(await ada.refused(event, ...args), event).toBe(message);
    }
  }
  expect(await ben.heardMeanwhile()).toEqual([]);
  ben.say("call:end", { callId });
  expect(await ada.next("call:ended")).toEqual([{ callId, by: ben.userId }]);
  expect(hearthd.lives).toBe(true);
});

test("wrongly typed arguments are answered by an error and harm nobody", async ({
  hearthd,
  user,
}) => {
  const [ada, ben] = [await user(), await user()];
  const callId = await ada.call(ben);
  const { userId: from } = ada;
  const to = ben.userId;
  const wrong: [keyof typeof failures, object][] = [];
  for (const odd of [7, true, {}, []]) {
    wrong.push(["call:initiate", { to: odd, callType: "video" }]);
    wrong.push(["call:accept", { callId: odd, from: to }]);
    wrong.push(["call:accept", { callId, from: odd }]);
    wrong.push(["call:reject", { callId: odd, from: to }]);
    wrong.push(["call:reject", { callId, from: odd }]);
    wrong.push(["call:offer", { offer, from: odd, to, callType: "video" }]);
    wrong.push(["call:answer", { answer, from, to: odd }]);
    wrong.push(["ice:candidate", { candidate, from, to: odd }]);
    wrong.push(["call:end", { callId: odd }]);
    wrong.push(["user:status", { userId: odd }]);
  }
  wrong.push(["call:offer", { from, to }], ["call:answer", { from, to, answer: null }]);
  wrong.push(["ice:candidate", { from, to }]);
  for (const [event, body] of wrong) {
    expect(await ada.refused(event, body), JSON.stringify(body)).toBe(failures[event]);
  }
  ada.say("nothing:known", { to });
  expect(await ada.heardMeanwhile(), "an unknown event is ignored").toEqual([]);
  expect(await ben.heardMeanwhile()).toEqual([]);
  expect(await ben.status(from)).toMatchObject({ isOnline: true, isInCall: true });
  expect(hearthd.lives).toBe(true);
});

test("who sends too fast is told so, and stays", async ({ user }) => {
  const [ada, ben] = [await user(), await user()];
  await ada.call(ben);
  for (let times = 0; times < 500; times++) ada.say("nothing:known");
  const [error] = await ada.next("error");
  expect(error).toEqual({ message: "This is too fast. Wait a moment." });
  expect(ada.socket.connected).toBe(true);
  expect(await ben.heardMeanwhile()).toEqual([]);
  expect(await ben.status(ada.userId)).toMatchObject({ isInCall: true });
});
