import { type Client, types } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { newMeeting } from "../support/rest.ts";

const media = {
  microphone: { available: true, enabled: true },
  camera: { available: true, enabled: false },
  screen: false,
};

const ways = {
  websocket: ["websocket"],
  polling: ["polling"],
  "polling that becomes websocket": ["polling", "websocket"],
};

for (const [way, transports] of Object.entries(ways)) {
  test(`two people meet over ${way}, from hello to goodbye`, async ({ client, hearthd }) => {
    const ada = await client({ transports });
    const code = await newMeeting(hearthd.url, ada.token!, { title: "Tea" });
    await ada.must({ type: "enter", code });
    await ada.must({ type: "join", name: "Ada", media });
    expect(await ada.next("welcome")).toMatchObject({ you: 1, owner: true, chat: [] });

    const ben = await client({ transports });
    await ben.must({ type: "enter", code: code.replaceAll("-", "").toUpperCase() });
    expect(await ben.next("roster")).toEqual({
      type: "roster",
      participants: [{ id: 1, name: "Ada", installation: null }],
      mustAsk: false,
      mayRead: false,
      locked: false,
    });
    await ben.must({ type: "join", name: "  Ben  ", media });
    const { participants } = await ben.next("welcome");
    expect(participants).toMatchObject([
      { id: 1, name: "Ada", role: "host", media, hand: null, connected: true },
      { id: 2, name: "Ben", role: "participant", media, hand: null, connected: true },
    ]);
    expect(await ada.next("joined")).toEqual({ type: "joined", participant: participants[1] });

    const payload = { description: { type: "offer", sdp: "v=0\r\n" }, deep: [{ é: [1.5e300] }] };
    await ben.must({ type: "signal", to: 1, payload });
    expect(await ada.next("signalled")).toEqual({ type: "signalled", from: 2, payload });
    await ada.must({ type: "signal", to: 2, payload: null });
    expect(await ben.next("signalled")).toEqual({ type: "signalled", from: 1, payload: null });

    await ben.say("Hello! 👋");
    const { message } = await ada.next("said");
    expect(message).toMatchObject({ from: { id: 2, name: "Ben" }, to: null, text: "Hello! 👋" });
    expect(message.mine).toBe(false);
    const own = { type: "said", message: { ...message, mine: true } };
    expect(await ben.next("said"), "the writer hears the same, as theirs").toEqual(own);

    await ben.must({ type: "leave" });
    expect(await ada.next("left")).toEqual({ type: "left", who: 2, departure: "left" });
    expect(await ben.refused({ type: "say", to: null, text: "?" })).toBe("not_entered");
    await ben.must({ type: "enter", code });
    expect(ben.you, "no number is used twice").toBe(3);
    expect(ada.transport).toBe(transports.at(-1));
  });
}

test("everyone hears the same in the same order, numbered without a gap", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  const lines = ["one", "two", "three", "four", "five"];
  await Promise.all(members.flatMap((member) => lines.map((line) => member.say(line))));
  await ada.must({ type: "react", emoji: "🎉" });

  const heardBy = async (member: Client) =>
    (await member.until("reacted")).map((event) => {
      if (event.type !== "said") return event;
      const { mine, ...message } = event.message;
      expect(mine, "each knows what is theirs").toBe(message.from.id === member.you);
      return { type: event.type, message };
    });
  const [hers, ...others] = await Promise.all(members.map(heardBy));
  expect(hers).toHaveLength(3 * lines.length + 1);
  for (const other of others) expect(other).toEqual(hers);
  for (const { you } of [ada, ben, cleo]) {
    const said = hers!.flatMap((event) => ("message" in event ? [event.message] : []));
    const own = said.filter((message) => message.from.id === you);
    expect(
      own.map(({ text }) => text),
      "as each of them wrote it",
    ).toEqual(lines);
  }
  for (const { heard } of members) {
    expect(heard.map(({ sequence }) => sequence)).toEqual(heard.map((_, i) => i + 1));
  }
});

test("who looks on hears who is in, and nothing of what they do", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const cleo = await client();
  await cleo.must({ type: "enter", code });
  await cleo.until("roster");

  await ada.say("not for the door");
  await ben.must({ type: "signal", to: ada.you, payload: "nor this" });
  await ben.must({ type: "raiseHand", raised: true });
  await ben.must({ type: "leave" });

  expect(await cleo.until("roster")).toEqual([
    {
      type: "roster",
      participants: [{ id: 1, name: "Ada", installation: null }],
      mustAsk: false,
      mayRead: false,
      locked: false,
    },
  ]);
  expect(await cleo.refused({ type: "say", to: null, text: "hello?" })).toBe("not_joined");
  expect(await cleo.refused({ type: "signal", to: ada.you, payload: 1 })).toBe("not_joined");
  await ada.must({ type: "react", emoji: "👋" });
  const heard = ["said", "signalled", "handChanged", "left", "reacted"];
  expect(types(await ada.until("reacted")), "nobody is told of an onlooker").toEqual(heard);
});

test("hands, reactions and media are shown to all", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const off = { ...media, microphone: { available: true, enabled: false }, screen: true };

  await ben.must({ type: "raiseHand", raised: true });
  await ben.must({ type: "react", emoji: "👍🏽" });
  await ben.must({ type: "setMedia", media: off });
  await ben.must({ type: "raiseHand", raised: false });
  await ben.must({ type: "raiseHand", raised: false });
  await ben.must({ type: "react", emoji: "🏁" });

  for (const member of [ada, ben]) {
    const { hand } = await member.next("handChanged");
    expect(hand).toBeGreaterThan(1.7e12);
    expect(await member.next("reacted")).toEqual({ type: "reacted", who: 2, emoji: "👍🏽" });
    expect(await member.until("reacted"), "lowering twice is heard once").toEqual([
      { type: "mediaChanged", who: 2, media: off, by: null },
      { type: "handChanged", who: 2, hand: null },
      { type: "reacted", who: 2, emoji: "🏁" },
    ]);
  }
});

test("what cannot be is refused, and nobody hears of it", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const refusals: [unknown, string][] = [
    [{ type: "enter", code }, "already_entered"],
    [{ type: "join", name: "Ben", media }, "already_joined"],
    [{ type: "say", to: null, text: " \n " }, "invalid_message"],
    [{ type: "say", to: null, text: "x".repeat(4001) }, "invalid_message"],
    [{ type: "say", to: ben.you, text: "me?" }, "invalid_target"],
    [{ type: "say", to: 99, text: "who?" }, "no_such_participant"],
    [{ type: "react", emoji: "hi" }, "invalid_reaction"],
    [{ type: "signal", to: ben.you, payload: 1 }, "invalid_target"],
    [{ type: "signal", to: 99, payload: 1 }, "no_such_participant"],
    [{ type: "signal", to: ada.you, payload: "x".repeat(128 * 1024) }, "signal_too_large"],
    [{ type: "end" }, "not_allowed"],
  ];
  for (const [request, refusal] of refusals) expect(await ben.refused(request)).toBe(refusal);
  await ben.must({ type: "react", emoji: "✅" });
  expect(types(await ada.until("reacted"))).toEqual(["reacted"]);

  const cleo = await client();
  expect(await cleo.refused({ type: "leave" })).toBe("not_entered");
  expect(await cleo.refused({ type: "enter", code: "abc-def-234" })).toBe("no_such_meeting");
  await cleo.must({ type: "enter", code });
  for (const name of ["", " ", "x".repeat(65), "a\u0007b", "\u202egnp"]) {
    expect(await cleo.refused({ type: "join", name, media })).toBe("invalid_name");
  }
  await cleo.must({ type: "leave" });
});

test("whoever is connected is answered, however soon they ask", async ({ client }) => {
  const newcomers = Array.from({ length: 100 }, async () => {
    const newcomer = await client();
    expect(await newcomer.refused({ type: "leave" })).toBe("not_entered");
  });
  await Promise.all(newcomers);
});
