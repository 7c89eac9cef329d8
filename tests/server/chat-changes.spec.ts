import type { PastMeetingDetails } from "../../ui/src/protocol/PastMeetingDetails.ts";
import { Animo } from "../support/animo.ts";
import { everything } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

test("a line is answered, edited and deleted, also after a restart and by who came back", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ben.say("one");
  await ben.say("two, a slip of the pen");
  await ada.must({ type: "say", to: null, text: "three", answers: 1 });
  await ben.must({ type: "leave" });
  await hearthd.restart();

  const again = await client({ token: ben.token });
  const { chat } = await again.join(code, "Benjamin");
  const seen = chat.map(({ id, answers, mine, state }) => ({ id, answers, mine, state }));
  expect(seen).toEqual([
    { id: 1, answers: null, mine: true, state: "written" },
    { id: 2, answers: null, mine: true, state: "written" },
    { id: 3, answers: 1, mine: false, state: "written" },
  ]);
  await again.must({ type: "editMessage", message: 1, text: "uno" });
  expect((await again.next("messageChanged")).message).toMatchObject({ text: "uno", mine: true });
  await again.must({ type: "deleteMessage", message: 2 });
  await again.say("four");
  expect((await again.next("said")).message.id, "numbers go on").toBe(4);

  const past = await rest<PastMeetingDetails>(hearthd.url, "GET", `/history/${code}`, {
    token: ada.token!,
  });
  expect(past.body.chat.map(({ id, text, state }) => [id, text, state])).toEqual([
    [1, "uno", "edited"],
    [2, "", "deleted"],
    [3, "three", "written"],
    [4, "four", "written"],
  ]);
});

test("nobody does to a line what they may not", async ({ client, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ben.say("to all");
  await ben.say("to Ada", ada.you);
  const answer = (answers: number, to: number | null = null) => ({
    type: "say",
    to,
    text: "Well",
    answers,
  });

  expect(await cleo.refused({ type: "editMessage", message: 1, text: "mine" })).toBe("not_yours");
  expect(await cleo.refused({ type: "deleteMessage", message: 1 })).toBe("not_allowed");
  const guess = { type: "editMessage", message: 2, text: "guessed" };
  expect(await cleo.refused(guess), "nor does she learn of it").toBe("no_such_message");
  expect(await cleo.refused(answer(2, ada.you))).toBe("no_such_message");
  expect(await ada.refused(answer(2))).toBe("private_conversation");
  expect(await ada.refused(answer(2, cleo.you))).toBe("private_conversation");
  expect(await ada.refused(answer(9))).toBe("no_such_message");
  expect(await ada.refused({ type: "editMessage", message: 1, text: "" })).toBe("not_yours");
  expect(await ben.refused({ type: "editMessage", message: 1, text: " " })).toBe("invalid_message");
  expect(await ben.refused({ type: "editMessage", message: -1, text: "x" })).toBe("bad_request");
  expect(await ben.refused({ type: "setTyping", to: ben.you, typing: true })).toBe(
    "invalid_target",
  );
  expect(await ben.refused({ type: "setTyping", to: 99, typing: true })).toBe(
    "no_such_participant",
  );

  const onlooker = await client();
  await onlooker.must({ type: "enter", code });
  await ada.must({
    type: "setPolicy",
    policy: { ...everything, chat: false },
  });
  for (const request of [
    answer(1),
    { type: "editMessage", message: 1, text: "x" },
    { type: "deleteMessage", message: 1 },
    { type: "setTyping", to: null, typing: true },
  ]) {
    expect(await onlooker.refused(request)).toBe("not_joined");
    expect(await ben.refused(request)).toBe("forbidden_by_policy");
  }
  await ada.must({ type: "deleteMessage", message: 1 });
  expect((await cleo.next("messageChanged")).message).toMatchObject({ id: 1, text: "" });
});

test("others hear that one writes, and when one stops", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ben.must({ type: "setTyping", to: ada.you, typing: true });
  expect(await ada.next("typingChanged")).toMatchObject({ who: ben.you, typing: true });
  // Ben says nothing more; the server ends it by itself.
  expect(await ada.next("typingChanged")).toMatchObject({ who: ben.you, typing: false });
  await ben.say("for everyone");
  await cleo.next("said");
  expect(cleo.heard.some(({ event }) => event.type === "typingChanged")).toBe(false);
});

test("older clients hear an answer as a line, and of what was deleted nothing", async ({
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  await ada.say("stays");
  await ada.say("goes");
  await ada.must({ type: "say", to: null, text: "answers", answers: 1 });
  await ada.must({ type: "deleteMessage", message: 2 });
  await ada.must({ type: "editMessage", message: 1, text: "stays, edited" });

  const ben = new Animo(hearthd.url, code, "Ben");
  await ben.joined();
  await ada.must({ type: "editMessage", message: 3, text: "is not told" });
  await ada.must({ type: "deleteMessage", message: 3 });
  await ada.say("end");
  const lines = new Set<string>();
  while (!lines.has("end")) {
    const [first, text] = await ben.next("chat-message");
    // It has not written, and so hears each line in both of its forms.
    lines.add(typeof first === "string" ? String(text) : (first as { data: string }).data);
  }
  expect([...lines]).toEqual(["stays, edited", "answers", "end"]);
  ben.close();
});
