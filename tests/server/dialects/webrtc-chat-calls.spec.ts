/** Calls in the rooms of WebRTC chat: who hears of them, and that they end once. */
import { type WebRtcChat, expect, test } from "../../support/webrtc-chat.ts";

const offer = { type: "offer", sdp: "v=0\r\n" };

function from({ userId }: WebRtcChat) {
  return { fromUserId: userId };
}

/** Rings the others, who hear it. */
async function ring(roomId: string, caller: WebRtcChat, ...others: WebRtcChat[]): Promise<void> {
  caller.say("initiate-call", { roomId, callType: "video", username: "someone else" });
  for (const other of others) await other.next("incoming-call");
}

/** Comes into the call of another, who hears it. */
async function accept(callee: WebRtcChat, caller: WebRtcChat): Promise<void> {
  callee.say("accept-call", { targetUserId: caller.userId });
  expect(await caller.next("call-accepted")).toEqual([from(callee)]);
}

async function silent(...everyone: WebRtcChat[]): Promise<void> {
  for (const one of everyone) {
    expect(await one.heardMeanwhile(), `${one.account.username} hears nothing`).toEqual([]);
  }
}

test("initiate-call rings the others in the room", async ({ room, user }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  const outside = await user("Dan");
  for (const callType of ["video", "audio"]) {
    ada.say("initiate-call", { roomId, callType, username: "someone else" });
    const incoming = { fromUserId: ada.userId, username: "Ada", callType };
    for (const one of [ben, cleo]) {
      expect(await one.until("incoming-call")).toEqual([["incoming-call", incoming]]);
    }
  }
  await silent(ada, ben, cleo, outside);
});

test("accept-call is told to its target alone", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ring(roomId, ada, ben, cleo);
  ben.say("accept-call", { targetUserId: ada.userId });
  expect(await ada.until("call-accepted")).toEqual([["call-accepted", from(ben)]]);
  await silent(ben, cleo, ada);
});

test("reject-call is told to its target alone, and a call of two is over", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  await ring(roomId, ada, ben);
  ben.say("reject-call", { targetUserId: ada.userId });
  expect(await ada.until("call-rejected")).toEqual([["call-rejected", from(ben)]]);
  for (const one of [ada, ben]) one.say("end-call", { roomId });
  ben.say("accept-call", { targetUserId: ada.userId });
  await silent(ada, ben, ada);
});

test("offers pass before the callee accepts, and the callee's own after, at once", async ({
  room,
}) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  await ring(roomId, ada, ben);
  ada.say("webrtc-offer", { roomId, offer, targetUserId: ben.userId });
  expect(await ben.until("webrtc-offer")).toEqual([["webrtc-offer", { offer, ...from(ada) }]]);
  await accept(ben, ada);
  const fresh = { type: "offer", sdp: "v=0\r\nfresh" };
  ben.say("webrtc-offer", { roomId, offer: fresh, targetUserId: ada.userId });
  ada.say("webrtc-offer", { roomId, offer, targetUserId: ben.userId });
  expect(await ada.until("webrtc-offer")).toEqual([
    ["webrtc-offer", { offer: fresh, ...from(ben) }],
  ]);
  expect(await ben.until("webrtc-offer")).toEqual([["webrtc-offer", { offer, ...from(ada) }]]);
});

test("end-call is told to the others in the call, and once", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  for (const [one, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    await ring(roomId, ada, ben, cleo);
    await accept(ben, ada);
    one.say("end-call", { roomId, targetUserId: other.userId });
    const ended = [["call-ended", from(one)]];
    expect(await other.until("call-ended")).toEqual(ended);
    expect(await cleo.until("call-ended"), "ringing counts").toEqual(ended);
    for (const again of [one, other, cleo]) again.say("end-call", { roomId });
    await silent(...members, ...members);
  }
});

test("a ringing call is ended by its caller, and by whom it rings", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  for (const [one, other] of [
    [ada, ben],
    [ben, ada],
  ] as const) {
    await ring(roomId, ada, ben);
    one.say("end-call", { roomId });
    expect(await other.until("call-ended")).toEqual([["call-ended", from(one)]]);
  }
  await silent(ada, ben);
});

for (const [ending, event] of [
  ["end-call", "call-ended"],
  ["reject-call", "call-rejected"],
] as const) {
  test(`two clients that answer ${event} by end-call fall silent`, async ({ room }) => {
    const { roomId, members } = await room("Ada", "Ben");
    const [ada, ben] = members;
    for (const one of members) {
      for (const over of ["call-ended", "call-rejected"]) {
        one.socket.on(over, () => one.say("end-call", { roomId }));
      }
    }
    await ring(roomId, ada, ben);
    if (ending === "end-call") await accept(ben, ada);
    ben.say(ending, ending === "end-call" ? { roomId } : { targetUserId: ada.userId });
    expect(await ada.until(event)).toEqual([[event, from(ben)]]);
    await silent(ada, ben, ada, ben);
    await ring(roomId, ben, ada);
  });
}

test("three clients that answer call-ended by end-call fall silent", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  for (const one of members) one.socket.on("call-ended", () => one.say("end-call", { roomId }));
  await ring(roomId, ada, ben, cleo);
  for (const one of [ben, cleo]) await accept(one, ada);
  ben.say("end-call", { roomId });
  for (const one of [ada, cleo]) {
    expect(await one.until("call-ended")).toEqual([["call-ended", from(ben)]]);
  }
  await silent(...members, ...members);
});

test("in a group one rejection concerns the rejecter and the caller only", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ring(roomId, ada, ben, cleo);
  ben.say("reject-call", { targetUserId: ada.userId });
  expect(await ada.until("call-rejected")).toEqual([["call-rejected", from(ben)]]);
  await silent(cleo);
  ben.say("end-call", { roomId });
  await silent(ben, ada, cleo);
  await accept(cleo, ada);
  ada.say("end-call", { roomId });
  expect(await cleo.until("call-ended")).toEqual([["call-ended", from(ada)]]);
  await silent(ben);
});

test("a call is over when everyone who was rung has rejected", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ring(roomId, ada, ben, cleo);
  for (const one of [ben, cleo]) {
    one.say("reject-call", { targetUserId: ada.userId });
    expect(await ada.until("call-rejected")).toEqual([["call-rejected", from(one)]]);
  }
  for (const one of members) one.say("end-call", { roomId });
  await silent(...members, ...members);
});

test("nobody answers or ends a call that does not ring for them", async ({ room }) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  for (const one of members) one.say("end-call", { roomId });
  ben.say("accept-call", { targetUserId: ada.userId });
  ben.say("reject-call", { targetUserId: ada.userId });
  await silent(ada, ben, ada);
});

test("who comes later is in no call until they are rung", async ({ room, user }) => {
  const { roomId, members } = await room("Ada", "Ben");
  const [ada, ben] = members;
  await ring(roomId, ada, ben);
  await accept(ben, ada);
  const cleo = await (await user("Cleo")).joined(roomId);
  for (const one of members) await one.next("room-participants");
  cleo.say("end-call", { roomId });
  await silent(cleo, ada, ben);
  await ring(roomId, ada, cleo);
  await silent(ben);
  await accept(cleo, ada);
});

test("whoever is alone in a room rings nobody, and is in no call", async ({ room, user }) => {
  const { roomId, members } = await room("Ada");
  const [ada] = members;
  ada.say("initiate-call", { roomId, callType: "video", username: "Ada" });
  const ben = await (await user("Ben")).joined(roomId);
  await ada.next("room-participants");
  ada.say("end-call", { roomId });
  await silent(ada, ben);
});

for (const [way, go] of [
  ["leave-room", (one: WebRtcChat, roomId: string) => one.say("leave-room", { roomId })],
  ["a disconnect", (one: WebRtcChat) => one.close()],
] as const) {
  test(`${way} ends a call of two for the other`, async ({ room }) => {
    const { roomId, members } = await room("Ada", "Ben");
    const [ada, ben] = members;
    await ring(roomId, ada, ben);
    await accept(ben, ada);
    go(ben, roomId);
    expect(await ada.until("call-ended")).toEqual(
      expect.arrayContaining([
        ["user-left", ben.user],
        ["room-participants", { participants: [ada.userId] }],
        ["call-ended", from(ben)],
      ]),
    );
    ada.say("end-call", { roomId });
    await silent(ada);
  });

  test(`${way} ends no call that two others are in`, async ({ room }) => {
    const { roomId, members } = await room("Ada", "Ben", "Cleo");
    const [ada, ben, cleo] = members;
    await ring(roomId, ada, ben, cleo);
    for (const one of [ben, cleo]) await accept(one, ada);
    go(ben, roomId);
    for (const one of [ada, cleo]) {
      expect(await one.until("room-participants")).toEqual([
        ["user-left", ben.user],
        ["room-participants", { participants: [ada.userId, cleo.userId] }],
      ]);
    }
    ada.say("end-call", { roomId });
    expect(await cleo.until("call-ended")).toEqual([["call-ended", from(ada)]]);
  });
}
