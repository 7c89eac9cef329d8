import { allOn, everything, guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { signUp } from "../support/rest.ts";

test("who is removed is out at once, and kept out over a restart", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ada.must({ type: "remove", who: ben.you });
  await ben.next("removed");
  for (const member of [ada, cleo]) {
    const left = { type: "left", who: ben.you, departure: "removed" };
    expect(await member.next("left")).toEqual(left);
  }
  expect(await ben.refused({ type: "say", to: null, text: "what?" })).toBe("not_entered");
  expect(await ben.refused({ type: "enter", code })).toBe("removed");
  const resume = { type: "resume", code, token: ben.seat.token, after: null };
  expect(await ben.refused(resume)).toBe("unknown_token");

  await hearthd.restart();
  const again = await client({ token: ben.token });
  expect(await again.refused({ type: "enter", code })).toBe("removed");
  const another = await client({ token: guestToken() });
  await another.must({ type: "enter", code });
});

test("who was removed can be let back in, by hosts alone, also after a restart", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ada.must({ type: "remove", who: ben.you });
  expect(await ada.next("keptOut")).toEqual({
    type: "keptOut",
    who: { id: ben.you, name: "Ben" },
  });
  expect(await cleo.refused({ type: "letBack", who: ben.you })).toBe("not_allowed");

  await hearthd.restart();
  const host = await client({ token: ada.token });
  const { removed, log } = await host.join(code, "Ada");
  expect(removed).toEqual([{ id: ben.you, name: "Ben" }]);
  expect(log).toMatchObject([{ by: "Ada", action: "removed", whom: "Ben" }]);
  await host.must({ type: "letBack", who: ben.you });
  expect(await host.refused({ type: "letBack", who: ben.you })).toBe("no_such_participant");
  const again = await client({ token: ben.token });
  expect((await again.join(code, "Ben")).removed, "which is for hosts").toEqual([]);
});

test("a removed person goes with every window", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const second = await client({ token: ben.token });
  await second.join(code, "Ben too");
  const looking = await client({ token: ben.token });
  await looking.must({ type: "enter", code });
  await ada.must({ type: "setPolicy", policy: { ...everything, lobby: true } });
  const waiting = await client({ token: ben.token });
  await waiting.knock(code, "Ben three");

  await ada.must({ type: "remove", who: ben.you });
  for (const window of [ben, second, looking, waiting]) await window.next("removed");
  const gone = [await ada.next("left"), await ada.next("left")].map(({ who }) => who);
  expect(gone).toEqual([ben.you, second.you]);
});

test("a removed guest is still out as the account that they become", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "remove", who: ben.you });
  await ben.next("removed");
  const token = await signUp(hearthd.url, { username: "ben" }, ben.token!);
  await hearthd.restart();
  const account = await client({ token });
  expect(await account.refused({ type: "enter", code })).toBe("removed");
});

test("the owner may be put out, but not kept out", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "handOver", to: ben.you });
  expect(await ben.refused({ type: "remove", who: ben.you })).toBe("invalid_target");
  await ben.must({ type: "remove", who: ada.you });
  await ada.next("removed");
  const again = await client({ token: ada.token });
  await again.must({ type: "enter", code });
  await again.must({ type: "join", name: "Ada", media: allOn });
  expect((await again.next("welcome")).participants).toMatchObject([
    { id: ben.you, role: "coHost" },
    { id: again.you, role: "host" },
  ]);
});
