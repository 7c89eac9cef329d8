import { allOn, everything, types } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { newMeeting } from "../support/rest.ts";

const lobby = { ...everything, lobby: true };

test("who knocks waits until the host admits them", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Cleo");
  const [ada, cleo] = members;
  await ada.must({ type: "setPolicy", policy: lobby });
  await ada.next("policyChanged");
  await cleo.next("policyChanged");

  const ben = await client();
  await ben.must({ type: "enter", code });
  expect(await ben.next("roster")).toMatchObject({ mustAsk: true });
  await ben.must({ type: "join", name: "Ben", media: allOn });
  await ben.next("waiting");
  const who = { id: ben.you, name: "Ben", installation: null };
  expect(await ada.next("knocked")).toEqual({ type: "knocked", who });
  expect(await ben.refused({ type: "say", to: null, text: "let me in" })).toBe("not_joined");
  expect(await ben.refused({ type: "join", name: "Ben", media: allOn })).toBe("already_joined");
  expect(await cleo.refused({ type: "admit", who: ben.you })).toBe("not_allowed");
  expect(await cleo.refused({ type: "admitAll" })).toBe("not_allowed");
  expect(await cleo.refused({ type: "deny", who: ben.you })).toBe("not_allowed");
  await cleo.say("is somebody there?");

  await ada.must({ type: "admit", who: ben.you });
  expect(types(await ada.until("joined"))).toEqual(["said", "knockAnswered", "joined"]);
  expect(types(await cleo.until("joined")), "a participant hears no knock").toEqual([
    "said",
    "joined",
  ]);
  expect(types(await ben.until("welcome")), "nothing was heard in the lobby").toEqual(["welcome"]);
  expect(await ada.refused({ type: "admit", who: ben.you })).toBe("no_such_participant");
});

test("who is denied is gone, and may knock again", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  await ada.must({ type: "setPolicy", policy: lobby });
  const ben = await client();
  await ben.knock(code, "Ben");
  await ada.must({ type: "deny", who: ben.you });
  await ben.next("denied");
  expect(await ada.next("knockAnswered")).toEqual({ type: "knockAnswered", who: ben.you });
  expect(await ben.refused({ type: "leave" })).toBe("not_entered");

  await ben.knock(code, "Ben");
  await ada.next("knocked");
  await ben.must({ type: "leave" });
  expect(await ada.next("knockAnswered"), "nobody waits any more").toMatchObject({ who: ben.you });
});

test("all who wait are admitted at once, in order of arrival", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  await ada.must({ type: "setPolicy", policy: lobby });
  const waiting = [];
  for (const name of ["Ben", "Cleo", "Dan"]) {
    const newcomer = await client();
    await newcomer.knock(code, name);
    waiting.push(newcomer);
  }
  await ada.must({ type: "admitAll" });
  for (const newcomer of waiting) await newcomer.next("welcome");
  const joined = [];
  for (const _ of waiting) joined.push((await ada.next("joined")).participant.name);
  expect(joined).toEqual(["Ben", "Cleo", "Dan"]);
});

test("a new co-host is shown who waits, and may admit them", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "setPolicy", policy: lobby });
  const cleo = await client();
  await cleo.knock(code, "Cleo");
  await ada.must({ type: "setRole", who: ben.you, role: "coHost" });
  const waiting = [{ id: cleo.you, name: "Cleo", installation: null }];
  expect(await ben.next("entrusted")).toMatchObject({ waiting, removed: [] });
  await ben.must({ type: "admit", who: cleo.you });
  await cleo.next("welcome");
});

test("a meeting may have its lobby from the start; its owner never waits", async ({
  client,
  hearthd,
}) => {
  const ada = await client();
  const code = await newMeeting(hearthd.url, ada.token!, { policy: lobby });
  const ben = await client();
  await ben.knock(code, "Ben");
  await ada.must({ type: "enter", code });
  expect(await ada.next("roster")).toMatchObject({ mustAsk: false });
  await ada.must({ type: "join", name: "Ada", media: allOn });
  expect(await ada.next("welcome")).toMatchObject({ waiting: [{ id: ben.you, name: "Ben" }] });
});

test("a locked meeting lets nobody in but its owner", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "setRole", who: ben.you, role: "coHost" });
  const cleo = await client();
  await cleo.must({ type: "enter", code });
  await cleo.next("roster");
  await ben.must({ type: "setPolicy", policy: { ...everything, locked: true } });
  expect(await cleo.next("roster")).toMatchObject({ locked: true });
  const join = { type: "join", name: "Cleo", media: allOn } as const;
  expect(await cleo.refused(join)).toBe("locked");

  await ada.must({ type: "leave" });
  const again = await client({ token: ada.token });
  await again.join(code, "Ada");
  expect(await ben.next("joined")).toMatchObject({ participant: { name: "Ada", role: "host" } });
  await again.must({ type: "setPolicy", policy: everything });
  await cleo.must(join);
  await cleo.next("welcome");
});
