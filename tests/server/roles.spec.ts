import { types } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";

test("the host makes co-hosts, and participants of them again", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  const setRole = (who: number, role: string) => ({ type: "setRole", who, role });
  expect(await ben.refused(setRole(cleo.you, "coHost"))).toBe("not_allowed");
  await ada.must({ type: "setRole", who: ben.you, role: "coHost" });
  const changed = { type: "roleChanged", who: ben.you, role: "coHost" };
  for (const member of members) expect(await member.next("roleChanged")).toEqual(changed);

  expect(await ben.refused(setRole(cleo.you, "coHost"))).toBe("not_allowed");
  expect(await ada.refused(setRole(ben.you, "host"))).toBe("invalid_target");
  expect(await ada.refused(setRole(ada.you, "participant"))).toBe("invalid_target");
  expect(await ada.refused(setRole(99, "coHost"))).toBe("no_such_participant");
  await ada.must({ type: "setRole", who: ben.you, role: "participant" });
  expect(await cleo.next("roleChanged")).toMatchObject({ who: ben.you, role: "participant" });
});

test("hosts act on anyone, co-hosts on participants, participants on nobody", async ({
  meeting,
}) => {
  const { members } = await meeting("Ada", "Ben", "Cleo", "Dan");
  const [ada, ben, cleo, dan] = members;
  await ada.must({ type: "setRole", who: ben.you, role: "coHost" });
  await ada.must({ type: "setRole", who: cleo.you, role: "coHost" });
  for (const type of ["mute", "stopScreen", "lowerHand", "remove"] as const) {
    for (const { you: who } of [ada, ben, cleo]) {
      expect(await dan.refused({ type, who }), `${type} by a participant`).toBe("not_allowed");
    }
    for (const { you: who } of [ada, cleo]) {
      expect(await ben.refused({ type, who }), `${type} by a co-host`).toBe("not_allowed");
    }
    await ben.must({ type, who: dan.you });
    await ada.must({ type, who: cleo.you });
  }
  expect((await dan.next("removed")).type).toBe("removed");
  expect((await cleo.next("removed")).type).toBe("removed");
});

test("the host hands the meeting over and becomes co-host", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  expect(await ben.refused({ type: "handOver", to: cleo.you })).toBe("not_allowed");
  expect(await ada.refused({ type: "handOver", to: ada.you })).toBe("invalid_target");
  await ada.must({ type: "handOver", to: ben.you });
  for (const member of members) {
    const roles = [await member.next("roleChanged"), await member.next("roleChanged")];
    expect(roles).toMatchObject([
      { who: ada.you, role: "coHost" },
      { who: ben.you, role: "host" },
    ]);
  }
  expect(await cleo.refused({ type: "takeOver" })).toBe("not_allowed");
  await ada.must({ type: "takeOver" });
  const roles = [await cleo.next("roleChanged"), await cleo.next("roleChanged")];
  expect(roles, "the owner may have it back at any time").toMatchObject([
    { who: ben.you, role: "coHost" },
    { who: ada.you, role: "host" },
  ]);
  expect(await ada.refused({ type: "takeOver" })).toBe("invalid_target");
});

test("a co-host takes over only while the host's connection is lost", async ({
  client,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ada.must({ type: "setRole", who: ben.you, role: "coHost" });
  expect(await ben.refused({ type: "takeOver" })).toBe("not_allowed");
  ada.cut();
  await ben.next("connectionLost");
  expect(await cleo.refused({ type: "takeOver" })).toBe("not_allowed");
  await ben.must({ type: "takeOver" });
  const back = await client({ token: ada.token });
  await back.must({ type: "resume", code, token: ada.seat.token, after: null });
  expect((await back.next("welcome")).participants).toMatchObject([
    { id: ada.you, role: "coHost" },
    { id: ben.you, role: "host" },
    { id: cleo.you, role: "participant" },
  ]);
});

test("when the host leaves, the co-host who came first follows", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo", "Dan");
  const [ada, ben, cleo, dan] = members;
  await ada.must({ type: "setRole", who: dan.you, role: "coHost" });
  await ada.must({ type: "setRole", who: cleo.you, role: "coHost" });
  await ada.must({ type: "leave" });
  await ben.next("left");
  expect(await ben.next("roleChanged")).toMatchObject({ who: cleo.you, role: "host" });
  await cleo.must({ type: "leave" });
  await ben.next("left");
  expect(await ben.next("roleChanged")).toMatchObject({ who: dan.you, role: "host" });

  const owner = await client({ token: ada.token });
  await owner.join(code, "Ada");
  const heard = ["roleChanged", "joined"];
  expect(types(await ben.until("joined")), "the owner is host on arrival").toEqual(heard);
});
