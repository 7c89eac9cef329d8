import type { PastMeetingDetails } from "../../ui/src/protocol/PastMeetingDetails.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

test("a private line is for two, live, later and in the history", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ada.say("to all");
  await ada.say("to you", ben.you);
  await ben.say("and back", ada.you);
  await ben.say("to all again");

  const between = { from: { id: ada.you, name: "Ada" }, to: { id: ben.you, name: "Ben" } };
  await ben.next("said");
  expect((await ben.next("said")).message).toMatchObject({ ...between, text: "to you" });
  const lines = ["to all", "to you", "and back", "to all again"];
  const publicly = ["to all", "to all again"];
  await cleo.next("said");
  await cleo.next("said");
  const live = cleo.heard.flatMap(({ event }) => (event.type === "said" ? [event.message] : []));
  expect(live.map(({ text }) => text)).toEqual(publicly);

  const shown: [typeof ada, string[]][] = [
    [ada, lines],
    [ben, lines],
    [cleo, publicly],
  ];
  for (const moment of ["at once", "after a restart"]) {
    for (const [{ token }, expected] of shown) {
      const window = await client({ token });
      const { chat } = await window.join(code, "Another window");
      expect(
        chat.map(({ text }) => text),
        `welcome, ${moment}`,
      ).toEqual(expected);
      for (const path of [`/history/${code}`, `/history/${code}/export`]) {
        const past = await rest<PastMeetingDetails>(hearthd.url, "GET", path, { token: token! });
        const texts = past.body.chat.map(({ text }) => text);
        expect(texts, `history, ${moment}`).toEqual(expected);
        expect(past.body.meeting.messages).toBe(expected.length);
      }
    }
    if (moment === "at once") await hearthd.restart();
  }
});

test("a newcomer reads what was said to all before", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.say("welcome everyone");
  await ada.say("Cleo is late", ben.you);
  const cleo = await client();
  const { chat } = await cleo.join(code, "Cleo");
  expect(chat).toMatchObject([
    { from: { id: ada.you, name: "Ada" }, to: null, text: "welcome everyone" },
  ]);
});
