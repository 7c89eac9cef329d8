import { randomBytes } from "node:crypto";

import type { History } from "../../ui/src/protocol/History.ts";
import type { PastMeetingDetails } from "../../ui/src/protocol/PastMeetingDetails.ts";
import { everything } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

/** What a browser sends that writes this into empty notes, under a number of its own. */
function written(text: string, client = 1): string {
  const bytes = Buffer.from(text);
  const number = (value: number): number[] =>
    value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >> 7)];
  const root = [1, 5, ...Buffer.from("notes")];
  const head = [1, 1, client, 0, 4, ...root, ...number(bytes.length)];
  return Buffer.from([...head, ...bytes, 0]).toString("base64");
}

const EMPTY = "AAA=";

test("what one writes reaches the others, whoever comes later, and the history", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  expect((await ben.must({ type: "openNotes" })).notes).toBe(EMPTY);
  const update = written("We decided: Café at noon");
  await ben.must({ type: "editNotes", update });
  expect(await ada.next("notesEdited")).toEqual({ type: "notesEdited", by: ben.you, update });
  const state = (await ada.must({ type: "openNotes" })).notes!;
  expect(Buffer.from(state, "base64").toString()).toContain("Café");

  // What was acknowledged survives whatever happens to the server.
  await hearthd.restart("SIGKILL");
  const cleo = await client();
  await cleo.join(code, "Cleo");
  expect((await cleo.must({ type: "openNotes" })).notes).toBe(state);
  await cleo.must({ type: "editNotes", update });
  expect((await cleo.must({ type: "openNotes" })).notes, "it is known").toBe(state);

  const token = ben.token!;
  for (const path of [`/history/${code}`, `/history/${code}/export`]) {
    const past = await rest<PastMeetingDetails>(hearthd.url, "GET", path, { token });
    expect(past.body.notes, path).toBe("We decided: Café at noon");
  }
  const found = async (words: string): Promise<number> => {
    const path = `/history?search=${encodeURIComponent(words)}`;
    const { body } = await rest<History>(hearthd.url, "GET", path, { token });
    return body.meetings.length;
  };
  expect([await found("cafe ben"), await found("tea")]).toEqual([1, 0]);

  // With the meeting they are gone.
  await cleo.must({ type: "leave" });
  const path = `/history/${code}`;
  const deleted = await rest(hearthd.url, "DELETE", path, { token: ada.token! });
  expect(deleted.status).toBe(204);
  const gone = await rest(hearthd.url, "GET", path, { token });
  expect([gone.status, await found("cafe")]).toEqual([404, 0]);
});

test("what is no change, or too large, is refused and changes nothing", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  const edit = (update: string) => ({ type: "editNotes", update });
  await ben.must({ type: "editNotes", update: written("Cake") });
  const state = (await ben.must({ type: "openNotes" })).notes;

  for (const bytes of [[], [1], [0, 0, 0], [1, 1, 9, 7, 4], [255, 255, 255, 255, 15]]) {
    const update = Buffer.from(bytes).toString("base64");
    expect(await ben.refused(edit(update)), update).toBe("invalid_notes");
  }
  for (let round = 0; round < 300; round++) {
    const update = randomBytes(round % 80).toString("base64");
    expect(await ben.refused(edit(update)), update).toBe("invalid_notes");
  }
  for (const update of ["not base64!", 7, null, [1]]) {
    expect(await ben.refused({ type: "editNotes", update })).toBe("bad_request");
  }
  const large = written("x".repeat(64 * 1024), 2);
  expect(await ben.refused(edit(large))).toBe("notes_update_too_large");
  const page = "x".repeat(60 * 1024);
  for (const client of [2, 3, 4, 5])
    await ben.must({ type: "editNotes", update: written(page, client) });
  expect(await ben.refused(edit(written(page, 6)))).toBe("notes_full");

  await ada.next("notesEdited");
  const heard = ada.heard.filter(({ event }) => event.type === "notesEdited");
  expect(heard.length, "nobody hears of what was refused").toBe(5);
  const now = Buffer.from((await ada.must({ type: "openNotes" })).notes!, "base64");
  expect(now.includes("Cake") && now.length > 240 * 1024 && state !== undefined).toBe(true);
});

test("who may not write is refused, and who is not in does not read", async ({
  client,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ type: "setPolicy", policy: { ...everything, notes: false } });
  const update = written("Ben was here");
  expect(await ben.refused({ type: "editNotes", update })).toBe("forbidden_by_policy");
  expect((await ben.must({ type: "openNotes" })).notes, "he may read").toBe(EMPTY);
  await ada.must({ type: "editNotes", update: written("Only hosts") });
  await ben.next("notesEdited");

  const onlooker = await client();
  expect(await onlooker.refused({ type: "openNotes" })).toBe("not_entered");
  await onlooker.must({ type: "enter", code });
  expect(await onlooker.refused({ type: "openNotes" })).toBe("not_joined");
  expect(await onlooker.refused({ type: "editNotes", update })).toBe("not_joined");
});
