import type { NativeRequest } from "../../ui/src/protocol/NativeRequest.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

const question: Extract<NativeRequest, { type: "openPoll" }> = {
  type: "openPoll",
  question: "Where to?",
  choices: ["Café", "Canteen"],
  several: false,
  secret: false,
};

test("everyone votes, hears the result, and finds it in the history after a restart", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  await ben.must(question);
  for (const member of members) {
    expect(await member.next("pollChanged")).toMatchObject({
      poll: { id: 1, by: "Ben", own: member === ben, question: "Where to?", votes: 0 },
    });
  }
  await ada.must({ type: "vote", poll: 1, choices: [1] });
  await cleo.must({ type: "vote", poll: 1, choices: [1] });
  await cleo.must({ type: "vote", poll: 1, choices: [0] });
  await ada.next("pollChanged");
  await ada.next("pollChanged");
  const { poll } = await ada.next("pollChanged");
  expect(poll.choices).toEqual([
    { text: "Café", votes: 1, mine: false, voters: ["Cleo"] },
    { text: "Canteen", votes: 1, mine: true, voters: ["Ada"] },
  ]);

  await hearthd.restart();
  const again = await client({ token: cleo.token });
  const { polls } = await again.join(code, "Cleo");
  expect(polls).toMatchObject([{ votes: 2, choices: [{ mine: true }, { mine: false }] }]);
  const history = await rest(hearthd.url, "GET", `/history/${code}`, { token: ada.token! });
  expect(history.body).toMatchObject({ polls: [{ question: "Where to?", votes: 2 }] });
  const found = await rest(hearthd.url, "GET", "/history?search=cafe", { token: ada.token! });
  expect(found.body).toMatchObject({ meetings: [{ code }] });
});

test("nobody is told who chose what where that is secret", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.must({ ...question, secret: true });
  await ben.must({ type: "vote", poll: 1, choices: [0] });
  await ada.next("pollChanged");
  const { poll } = await ada.next("pollChanged");
  expect(poll.choices[0]).toEqual({ text: "Café", votes: 1, mine: false, voters: [] });
});

test("what makes no sense in a poll, and what one may not do, is refused", async ({ meeting }) => {
  const { members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  expect(await ada.refused({ ...question, choices: ["only one"] })).toBe("invalid_poll");
  expect(await ben.refused({ type: "vote", poll: 1, choices: [] })).toBe("no_such_poll");
  await ben.must(question);
  expect(await cleo.refused({ type: "vote", poll: 1, choices: [0, 1] })).toBe("invalid_vote");
  expect(await cleo.refused({ type: "closePoll", poll: 1 })).toBe("not_allowed");
  expect(await cleo.refused({ type: "deletePoll", poll: 1 })).toBe("not_allowed");
  await ben.must({ type: "closePoll", poll: 1 });
  expect(await cleo.refused({ type: "vote", poll: 1, choices: [0] })).toBe("poll_closed");
  await ada.must({ type: "deletePoll", poll: 1 });
  expect(await cleo.next("pollDeleted")).toEqual({ type: "pollDeleted", poll: 1 });
});
