/** HelloTalk's contract, row by row, with its own client library. */
import { expect, test } from "../../support/hellotalk.ts";
import { ask } from "../../support/rest.ts";

const offer = { type: "offer", sdp: "v=0\r\n" };
const answer = { type: "answer", sdp: "v=0\r\n" };
const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0 };

test("user:join is answered by user:joined, and again when the same socket joins again", async ({
  stranger,
}) => {
  const ada = await stranger("ada");
  for (let times = 0; times < 2; times++) {
    ada.say("user:join", { userId: "ada" });
    expect(await ada.until("user:joined")).toEqual([
      ["user:joined", { userId: "ada", socketId: ada.id }],
    ]);
  }
});

test("joining again while in a call changes nothing", async ({ user }) => {
  const [ada, ben] = [await user(), await user()];
  await ada.call(ben);
  ada.say("user:join", { userId: ada.userId });
  await ada.next("user:joined");
  expect(await ben.heardMeanwhile()).toEqual([]);
  expect(await ben.status(ada.userId)).toMatchObject({ isOnline: true, isInCall: true });
});

test("call:initiate rings the callee, then tells the caller, and the id is a new one", async ({
  user,
}) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  const ids = new Set<string>();
  for (const callType of ["video", "audio"]) {
    ada.say("call:initiate", { to: ben.userId, callType });
    const [{ callId }] = await ben.next("call:incoming");
    expect(ben.heard.at(-1)![1]).toEqual({ from: ada.userId, callType, callId });
    expect(await ada.until("call:initiated")).toEqual([
      ["call:initiated", { callId, to: ben.userId }],
    ]);
    expect(callId, "an id says nothing and is not guessed").toMatch(/^\w{9,}$/);
    ids.add(callId as string);
    ben.say("call:reject", { callId, from: ada.userId });
    for (const one of [ada, ben]) await one.next("call:rejected");
  }
  expect(ids.size, "no two calls have one id").toBe(2);
  expect(await cleo.heardMeanwhile(), "nobody else hears any of it").toEqual([]);
});

test("who is in a call cannot ring, nor be rung, from ringing on", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  const callId = await ada.ring(ben);
  const check = async () => {
    for (const [busy, other] of [
      [ada, ben],
      [ben, ada],
      [ada, cleo],
      [ben, cleo],
    ] as const) {
      const ring = { to: other.userId, callType: "video" };
      expect(await busy.refused("call:initiate", ring)).toBe("Already in a call");
    }
    for (const { userId } of [ada, ben]) {
      const ring = { to: userId, callType: "video" };
      expect(await cleo.refused("call:initiate", ring)).toBe("User is not available");
    }
    for (const busy of [ada, ben]) expect(await busy.heardMeanwhile()).toEqual([]);
  };
  await check();
  ben.say("call:accept", { callId, from: ada.userId });
  for (const one of [ada, ben]) await one.next("call:accepted");
  await check();
});

test("an unknown callee is not found, and oneself is not available", async ({ user }) => {
  const ada = await user();
  const ring = { callType: "audio" };
  expect(await ada.refused("call:initiate", { ...ring, to: "nobody" })).toBe("User not found");
  expect(await ada.refused("call:initiate", { ...ring, to: "" })).toBe("User not found");
  expect(await ada.refused("call:initiate", { ...ring, to: ada.userId })).toBe(
    "User is not available",
  );
  expect(await ada.status(ada.userId)).toMatchObject({ isInCall: false });
});

test("call:accept is told to both", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  const callId = await ada.ring(ben);
  ben.say("call:accept", { callId, from: ada.userId });
  for (const one of [ada, ben]) {
    expect(await one.until("call:accepted")).toEqual([
      ["call:accepted", { callId, by: ben.userId }],
    ]);
  }
  expect(await cleo.heardMeanwhile()).toEqual([]);
});

test("call:reject is told to both, and both are free", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  const callId = await ada.ring(ben);
  ben.say("call:reject", { callId, from: ada.userId });
  for (const one of [ada, ben]) {
    expect(await one.until("call:rejected")).toEqual([
      ["call:rejected", { callId, by: ben.userId }],
    ]);
  }
  expect(await cleo.heardMeanwhile()).toEqual([]);
  await cleo.ring(ben);
  await ada.ring(await user());
});

test("only the callee answers, only once, and only the caller's ring", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  const callId = await ada.ring(ben);
  const over = "Call not found or expired";
  const check = async (event: string) => {
    const from = ada.userId;
    expect(await ada.refused(event, { callId, from })).toBe(over);
    expect(await cleo.refused(event, { callId, from })).toBe(over);
    expect(await ben.refused(event, { callId, from: cleo.userId })).toBe(over);
    for (const unknown of ["nothing", "no such call", "", "x".repeat(100)]) {
      expect(await ben.refused(event, { callId: unknown, from }), unknown).toBe(over);
    }
  };
  for (const event of ["call:accept", "call:reject"]) await check(event);
  ben.say("call:accept", { callId, from: ada.userId });
  for (const one of [ada, ben]) await one.next("call:accepted");
  for (const event of ["call:accept", "call:reject"]) {
    expect(await ben.refused(event, { callId, from: ada.userId })).toBe(over);
  }
  expect(await ada.heardMeanwhile(), "what was refused has changed nothing").toEqual([]);
});

test("offers, answers and candidates reach the other alone, from ringing on", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  const callId = await ada.ring(ben);
  const exchange = async () => {
    for (const [one, other] of [
      [ada, ben],
      [ben, ada],
    ] as const) {
      const between = { from: one.userId, to: other.userId };
      const { from } = between;
      one.say("call:offer", { ...between, offer, callType: "video" });
      one.say("call:answer", { ...between, answer });
      for (const each of [candidate, null])
        one.say("ice:candidate", { ...between, candidate: each });
      expect(await one.heardMeanwhile(), "the sender hears nothing").toEqual([]);
      expect(await other.heardMeanwhile()).toEqual([
        ["call:offer", { offer, from, callType: "video" }],
        ["call:answer", { answer, from }],
        ["ice:candidate", { candidate, from }],
        ["ice:candidate", { candidate: null, from }],
      ]);
    }
  };
  await exchange();
  ben.say("call:accept", { callId, from: ada.userId });
  for (const one of [ada, ben]) await one.next("call:accepted");
  await exchange();
  expect(await cleo.heardMeanwhile(), "nobody else hears them").toEqual([]);
});

test("a signal in another's name is unauthorized", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  await ada.call(ben);
  const signals = {
    "call:offer": { offer },
    "call:answer": { answer },
    "ice:candidate": { candidate },
  };
  for (const [event, body] of Object.entries(signals)) {
    for (const from of [ben.userId, "nobody", "", null, undefined]) {
      const forged = { ...body, from, to: ben.userId };
      expect(await cleo.refused(event, forged)).toBe("Unauthorized");
      expect(await ada.refused(event, forged)).toBe("Unauthorized");
    }
  }
  expect(await ben.heardMeanwhile()).toEqual([]);
});

test("a receiver who is unknown or in no call with the sender is not found", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  await ada.call(ben);
  const signals = {
    "call:offer": { offer },
    "call:answer": { answer },
    "ice:candidate": { candidate },
  };
  for (const [event, body] of Object.entries(signals)) {
    for (const to of ["nobody", cleo.userId, ada.userId, "", null, undefined]) {
      const astray = { ...body, from: ada.userId, to };
      expect(await ada.refused(event, astray)).toBe("Receiver not found");
    }
    const intruding = { ...body, from: cleo.userId, to: ada.userId };
    expect(await cleo.refused(event, intruding)).toBe("Receiver not found");
  }
  for (const one of [ada, ben, cleo]) expect(await one.heardMeanwhile()).toEqual([]);
});

test("call:end is told to the other and the sender, while ringing and while talking", async ({
  user,
}) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  for (const [one, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    for (const begin of [() => ada.ring(ben), () => ada.call(ben)]) {
      const callId = await begin();
      one.say("call:end", { callId });
      const ended = [["call:ended", { callId, by: one.userId }]];
      expect(await other.until("call:ended")).toEqual(ended);
      expect(await one.until("call:ended")).toEqual(ended);
    }
  }
  expect(await cleo.heardMeanwhile()).toEqual([]);
});

test("only a party ends a call, and only once", async ({ user }) => {
  const [ada, ben, cleo] = [await user(), await user(), await user()];
  const callId = await ada.call(ben);
  expect(await cleo.refused("call:end", { callId })).toBe("Call not found");
  for (const unknown of ["nothing", "no such call", "", "x".repeat(100)]) {
    expect(await ada.refused("call:end", { callId: unknown })).toBe("Call not found");
  }
  expect(await ben.heardMeanwhile()).toEqual([]);
  ada.say("call:end", { callId });
  for (const one of [ada, ben]) await one.next("call:ended");
  for (const one of [ada, ben]) {
    expect(await one.refused("call:end", { callId })).toBe("Call not found");
  }
  await cleo.call(ben);
});

test("user:status tells who is online and who is in a call", async ({ user }) => {
  const [ada, ben] = [await user(), await user()];
  const known = async (userId: string, isOnline: boolean, isInCall: boolean) => {
    expect(await ada.status(userId)).toEqual({ userId, isOnline, isInCall });
  };
  await known("nobody", false, false);
  await known(ada.userId, true, false);
  await known(ben.userId, true, false);
  const callId = await ada.ring(ben);
  await known(ada.userId, true, true);
  await known(ben.userId, true, true);
  ben.say("call:accept", { callId, from: ada.userId });
  await ada.next("call:accepted");
  await known(ben.userId, true, true);
  ben.close();
  await ada.next("call:ended");
  await known(ada.userId, true, false);
  await known(ben.userId, false, false);
});

test("the newest socket of an id replaces the one before, whose call ends", async ({ user }) => {
  const [ada, ben] = [await user(), await user()];
  const callId = await ada.call(ben);
  const newer = await user(ben.userId);
  expect(await ada.until("call:ended")).toEqual([
    ["call:ended", { callId, by: ben.userId, reason: "User disconnected" }],
  ]);
  expect(await ben.refused("user:status", { userId: ben.userId })).toBe("User not authenticated");
  expect(ben.socket.connected, "who was replaced may join again").toBe(true);

  await ada.ring(newer);
  ben.close();
  expect(await ada.status(newer.userId)).toMatchObject({ isOnline: true, isInCall: true });
  expect(await newer.heardMeanwhile(), "an old socket's end ends nothing").toEqual([]);
});

test("a caller who is replaced ends the ringing", async ({ user }) => {
  const [ada, ben] = [await user(), await user()];
  const callId = await ada.ring(ben);
  const newer = await user(ada.userId);
  expect(await ben.until("call:ended")).toEqual([
    ["call:ended", { callId, by: ada.userId, reason: "User disconnected" }],
  ]);
  await ben.ring(newer);
  await ada.joined();
  expect(await ben.next("call:ended"), "the older socket is the newest again").toEqual([
    { callId: expect.any(String), by: ada.userId, reason: "User disconnected" },
  ]);
});

test("user:join under a second id leaves the first, and its call", async ({ user }) => {
  const [ada, ben] = [await user(), await user()];
  const callId = await ada.call(ben);
  ben.say("user:join", { userId: "benjamin" });
  expect(await ben.until("user:joined")).toEqual([
    ["user:joined", { userId: "benjamin", socketId: ben.id }],
  ]);
  expect(await ada.until("call:ended")).toEqual([
    ["call:ended", { callId, by: ben.userId, reason: "User disconnected" }],
  ]);
  expect(await ada.status(ben.userId)).toMatchObject({ isOnline: false });
  ada.say("call:initiate", { to: "benjamin", callType: "audio" });
  const [incoming] = await ben.next("call:incoming");
  const by = { callId: incoming.callId, by: "benjamin" };
  ben.say("call:accept", { callId: incoming.callId, from: ada.userId });
  expect(await ada.next("call:accepted")).toEqual([by]);
});

test("a disconnect ends the call for the other, while ringing and while talking", async ({
  user,
}) => {
  const ada = await user();
  const endings = {
    "a callee who leaves while rung": async () => {
      const ben = await user();
      return { ben, callId: await ada.ring(ben) };
    },
    "a caller who leaves while ringing": async () => {
      const ben = await user();
      return { ben, callId: await ben.ring(ada) };
    },
    "someone who leaves while talking": async () => {
      const ben = await user();
      return { ben, callId: await ada.call(ben) };
    },
  };
  for (const [who, begin] of Object.entries(endings)) {
    const { ben, callId } = await begin();
    ben.close();
    expect(await ada.until("call:ended"), who).toEqual([
      ["call:ended", { callId, by: ben.userId, reason: "User disconnected" }],
    ]);
  }
  const ben = await user();
  const callId = await ada.call(ben);
  ben.socket.io.engine.close();
  expect(await ada.next("call:ended")).toEqual([
    { callId, by: ben.userId, reason: "User disconnected" },
  ]);
  expect(await ada.status(ada.userId)).toMatchObject({ isInCall: false });
});

test.describe("an allowed origin", () => {
  const origin = "https://hellotalk.example";
  test.use({ options: { args: ["--allow-origin", origin] } });

  test("is echoed to clients with credentials", async ({ hearthd, user }) => {
    const polling = `${hearthd.url}/socket.io/?EIO=4&transport=polling`;
    const { headers } = await ask(polling, { headers: { origin } });
    expect(headers).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-credentials": "true",
    });
    const look = { withCredentials: true, extraHeaders: { origin } };
    await user("ada", { ...look, transports: ["polling", "websocket"] });
  });
});

for (const transports of [["polling"], ["websocket"], ["polling", "websocket"]]) {
  test(`a whole call goes over ${transports.join(" and then ")}`, async ({ user }) => {
    const [ada, ben] = [await user("ada", { transports }), await user("ben", { transports })];
    const callId = await ada.call(ben);
    const long = { type: "offer", sdp: "x".repeat(20_000) };
    ada.say("call:offer", { offer: long, from: "ada", to: "ben", callType: "video" });
    expect(await ben.next("call:offer")).toEqual([{ offer: long, from: "ada", callType: "video" }]);
    ben.close();
    expect(await ada.next("call:ended")).toEqual([
      { callId, by: "ben", reason: "User disconnected" },
    ]);
  });
}
