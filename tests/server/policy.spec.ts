import { allOn, everything, types } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";

const sharing = { ...allOn, screen: true };
const muted = { ...allOn, microphone: { available: true, enabled: false } };

test("a muted participant is off for all, and may switch on again", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben] = members;
  await ada.must({ type: "mute", who: ben.you });
  const changed = { type: "mediaChanged", who: ben.you, media: muted, by: ada.you };
  for (const member of members) expect(await member.next("mediaChanged")).toEqual(changed);

  await ada.must({ type: "mute", who: ben.you });
  await ben.must({ type: "setMedia", media: allOn });
  for (const member of members) {
    const { by, media } = await member.next("mediaChanged");
    expect({ by, media }, "muting twice was heard once").toEqual({ by: null, media: allOn });
  }
});

test("a screen is stopped and a hand lowered by the host", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ben.must({ type: "setMedia", media: sharing });
  await ben.must({ type: "raiseHand", raised: true });
  await ben.next("handChanged");
  await ada.must({ type: "stopScreen", who: ben.you });
  await ada.must({ type: "lowerHand", who: ben.you });
  expect(await ben.until("handChanged")).toEqual([
    { type: "mediaChanged", who: ben.you, media: allOn, by: ada.you },
    { type: "handChanged", who: ben.you, hand: null },
  ]);
});

test("what the policy forbids is switched off and stays off", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ada.must({ type: "setRole", who: cleo.you, role: "coHost" });
  for (const member of members) await member.must({ type: "setMedia", media: sharing });
  await ada.must({ type: "react", emoji: "🏁" });
  for (const member of members) await member.next("reacted");

  const quiet = { ...everything, microphone: false, camera: false, screen: false, chat: false };
  const off = { available: true, enabled: false };
  const nothing = { microphone: off, camera: off, screen: false };
  await cleo.must({ type: "setPolicy", policy: quiet });
  await ada.must({ type: "react", emoji: "🏁" });
  const heard = [
    { type: "policyChanged", policy: quiet, by: cleo.you },
    { type: "mediaChanged", who: ben.you, media: nothing, by: cleo.you },
    { type: "reacted", who: ada.you, emoji: "🏁" },
  ];
  for (const member of members) {
    const events = await member.until("reacted");
    expect(events.filter(({ type }) => type !== "logged")).toEqual(heard);
  }

  for (const forbidden of [
    { ...nothing, microphone: { available: true, enabled: true } },
    { ...nothing, camera: { available: true, enabled: true } },
    { ...nothing, screen: true },
  ]) {
    const refusal = await ben.refused({ type: "setMedia", media: forbidden });
    expect(refusal).toBe("forbidden_by_policy");
  }
  const whisper = { type: "say", to: ada.you, text: "psst" };
  expect(await ben.refused(whisper)).toBe("forbidden_by_policy");
  expect(await ben.refused({ type: "setPolicy", policy: everything })).toBe("not_allowed");
  await cleo.say("co-hosts may");
  await cleo.must({ type: "setMedia", media: allOn });

  const dan = await client();
  const { participants, policy } = await dan.join(code, "Dan");
  expect(policy).toEqual(quiet);
  expect(participants.at(-1), "a newcomer comes in quietly").toMatchObject({ media: nothing });
});

test("who stops being a co-host comes under the policy", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "setRole", who: ben.you, role: "coHost" });
  await ada.must({ type: "setPolicy", policy: { ...everything, microphone: false } });
  await ada.must({ type: "setRole", who: ben.you, role: "participant" });
  await ada.must({ type: "react", emoji: "🏁" });
  const heard = await ben.until("reacted");
  const events = heard.filter(({ type }) => !["entrusted", "logged"].includes(type));
  expect(types(events)).toEqual([
    "roleChanged",
    "policyChanged",
    "roleChanged",
    "mediaChanged",
    "reacted",
  ]);
  expect(events[3]).toMatchObject({ who: ben.you, media: muted, by: ada.you });
});

test("the policy is remembered over a restart", async ({ client, hearthd, meeting }) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  const policy = { ...everything, chat: false, lobby: true };
  await ada.must({ type: "setPolicy", policy });
  await hearthd.restart();
  const again = await client({ token: ada.token });
  expect((await again.join(code, "Ada")).policy).toEqual(policy);
});

test("everyone else is muted at once, by hosts alone", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  expect(await ben.refused({ type: "muteAll" })).toBe("not_allowed");
  await ada.must({ type: "muteAll" });
  for (const { you: who } of [ben, cleo]) {
    const changed = { type: "mediaChanged", who, media: muted, by: ada.you };
    expect(await cleo.next("mediaChanged")).toEqual(changed);
  }
  expect(await ada.next("logged")).toMatchObject({ entry: { by: "Ada", action: "mutedAll" } });
});

test("one participant may be allowed what the others are not", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ada.must({ type: "setPolicy", policy: { ...everything, screen: false } });
  const rights = { microphone: true, camera: true, screen: true, chat: false, notes: true };
  expect(await cleo.refused({ type: "setRights", who: ben.you, rights })).toBe("not_allowed");
  await ada.must({ type: "setRights", who: ben.you, rights });
  const changed = { type: "rightsChanged", who: ben.you, rights, by: ada.you };
  expect(await cleo.next("rightsChanged")).toEqual(changed);
  await ben.must({ type: "setMedia", media: sharing });
  expect(await ben.refused({ type: "say", to: null, text: "hi" })).toBe("forbidden_by_policy");
  expect(await cleo.refused({ type: "setMedia", media: sharing })).toBe("forbidden_by_policy");
  await ada.must({ type: "setRights", who: ben.you, rights: null });
  await ben.must({ type: "say", to: null, text: "hi" });
});
