import type { History } from "../../ui/src/protocol/History.ts";
import type { PastMeetingDetails } from "../../ui/src/protocol/PastMeetingDetails.ts";
import type { SignedIn } from "../../ui/src/protocol/SignedIn.ts";
import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { newMeeting, rest, signUp } from "../support/rest.ts";

test("a meeting is in the history of who was there, and of nobody else", async ({
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada", "Ben");
  const [ada, ben] = members;
  await ada.say("Hello");
  await ben.must({ type: "leave" });
  for (const { token } of members) {
    const details = await rest<PastMeetingDetails>(hearthd.url, "GET", `/history/${code}`, {
      token: token!,
    });
    expect(details.body).toMatchObject({
      meeting: { code, title: null, people: ["Ada", "Ben"], messages: 1, open: true },
      attendance: [
        { name: "Ada", until: null },
        { name: "Ben", until: expect.any(Number) },
      ],
      chat: [{ from: "Ada", to: null, text: "Hello" }],
    });
    expect(details.body.meeting.owner).toBe(token === ada.token);
    const list = await rest<History>(hearthd.url, "GET", "/history", { token: token! });
    expect(list.body.more).toBe(false);
    expect(list.body.meetings).toMatchObject([{ code, people: ["Ada", "Ben"], messages: 1 }]);
  }

  const token = guestToken();
  expect((await rest(hearthd.url, "GET", "/history", { token })).body).toEqual({
    meetings: [],
    more: false,
  });
  const strange = [
    ["GET", `/history/${code}`],
    ["GET", `/history/${code}/export`],
    ["DELETE", `/history/${code}`],
  ] as const;
  await ada.must({ type: "end" });
  for (const [method, path] of strange) {
    const { status, body } = await rest(hearthd.url, method, path, { token });
    expect([status, body.code], `${method} ${path}`).toEqual([404, "no_such_meeting"]);
  }
});

test("a past meeting is exported as a file that holds all of it", async ({ hearthd, meeting }) => {
  const { code, members } = await meeting("Ada");
  await members[0].say("for the record");
  await members[0].must({ type: "end" });
  const token = members[0].token!;
  const shown = await rest(hearthd.url, "GET", `/history/${code}`, { token });
  const file = await rest(hearthd.url, "GET", `/history/${code}/export`, { token });
  expect(file.status).toBe(200);
  expect(file.headers["content-type"]).toBe("application/json");
  const name = `attachment; filename="hearth-${code}.json"`;
  expect(file.headers["content-disposition"]).toBe(name);
  expect(file.body).toEqual(shown.body);
});

test("the history comes in pages, newest first, and none is lost", async ({ hearthd }) => {
  const token = guestToken();
  const made: string[] = [];
  for (let i = 0; i < 7; i++) made.unshift(await newMeeting(hearthd.url, token));
  const read = async (query: string) => {
    const { body } = await rest<History>(hearthd.url, "GET", `/history${query}`, { token });
    return body;
  };
  const found: string[] = [];
  let page = await read("?limit=3");
  for (;;) {
    found.push(...page.meetings.map(({ code }) => code));
    if (!page.more) break;
    page = await read(`?limit=3&before=${page.meetings.at(-1)!.startedAt}`);
  }
  expect([...found].sort()).toEqual([...made].sort());
  const all = await read("?limit=1000000");
  const starts = all.meetings.map(({ startedAt }) => startedAt);
  expect(starts).toEqual([...starts].sort((a, b) => b - a));
  expect(all.meetings.map(({ code }) => code)).toEqual(found);
  expect((await read("?limit=0")).meetings.length).toBeGreaterThan(0);
  expect((await read("?before=0")).meetings).toEqual([]);

  for (const query of ["?limit=-1", "?limit=x", "?before=1e3", "?before=-1", "?after=1"]) {
    const { status, body } = await rest(hearthd.url, "GET", `/history${query}`, { token });
    expect([status, body.code], query).toEqual([400, "bad_request"]);
  }
});

test("the owner deletes for everyone, another for themselves", async ({ hearthd, meeting }) => {
  const { code, members } = await meeting("Ada", "Ben", "Cleo");
  const [ada, ben, cleo] = members;
  const remove = ({ token }: typeof ada) =>
    rest(hearthd.url, "DELETE", `/history/${code}`, { token: token! });
  const sees = async ({ token }: typeof ada) =>
    (await rest(hearthd.url, "GET", `/history/${code}`, { token: token! })).status === 200;

  for (const member of members) {
    const { status, body } = await remove(member);
    expect([status, body.code]).toEqual([409, "in_use"]);
  }
  await ada.must({ type: "end" });
  expect((await remove(ben)).status).toBe(204);
  expect([await sees(ada), await sees(ben), await sees(cleo)]).toEqual([true, false, true]);
  expect((await remove(ben)).status).toBe(404);
  expect((await remove(ada)).status).toBe(204);
  expect([await sees(ada), await sees(ben), await sees(cleo)]).toEqual([false, false, false]);
  await hearthd.restart();
  expect(await sees(cleo)).toBe(false);
});

test("a deleted meeting lets nobody in, though it was just in use", async ({
  client,
  hearthd,
  meeting,
}) => {
  const { code, members } = await meeting("Ada");
  const [ada] = members;
  const looking = await client();
  await looking.must({ type: "enter", code });
  await ada.must({ type: "leave" });
  const token = ada.token!;
  expect((await rest(hearthd.url, "DELETE", `/history/${code}`, { token })).status).toBe(204);
  await looking.disconnected();
  for (const each of [ada, await client()]) {
    expect(await each.refused({ type: "enter", code })).toBe("no_such_meeting");
  }
});

for (const way of ["sign up", "sign in"]) {
  test(`what a guest did is the account's when they ${way}`, async ({ hearthd, meeting }) => {
    const { url } = hearthd;
    const account = { username: "ada", password: "correct horse" };
    if (way === "sign in") await signUp(url, account);
    const { code, members } = await meeting("Ada", "Ben");
    const [ada, ben] = members;
    await ben.say("psst", ada.you);
    await ada.must({ type: "end" });
    const guest = { token: ada.token! };
    const before = await rest(url, "GET", `/history/${code}`, guest);

    let token: string;
    if (way === "sign in") {
      const body = { body: account, ...guest };
      token = (await rest<SignedIn>(url, "POST", "/sessions", body)).body.token;
    } else {
      token = await signUp(url, account, guest.token);
    }
    const after = await rest<PastMeetingDetails>(url, "GET", `/history/${code}`, { token });
    expect(after.body).toEqual(before.body);
    expect(after.body.meeting).toMatchObject({ owner: true, messages: 1 });
    expect((await rest<History>(url, "GET", "/history", guest)).body.meetings).toEqual([]);
  });
}
