import type { MeetingInfo } from "../../ui/src/protocol/MeetingInfo.ts";
import { everything, guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { newMeeting, rest } from "../support/rest.ts";

test("a meeting is made and looked up by its code", async ({ hearthd, client }) => {
  const [token, stranger] = [guestToken(), guestToken()];
  const body = { title: "  Tea & cake  ", policy: { ...everything, lobby: true } };
  const made = await rest<MeetingInfo>(hearthd.url, "POST", "/meetings", { token, body });
  expect(made.status).toBe(201);
  const { code, createdAt } = made.body;
  expect(code).toMatch(/^[a-hj-km-np-z2-9]{3}-[a-hj-km-np-z2-9]{3}-[a-hj-km-np-z2-9]{3}$/);
  expect(Math.abs(createdAt - Date.now())).toBeLessThan(60_000);
  const info = { code, title: "Tea & cake", createdAt, plan: null, participants: 0, owner: true };
  expect(made.body).toEqual(info);

  const ada = await client({ token });
  await ada.join(code, "Ada");
  const spellings = [code, code.replaceAll("-", ""), code.toUpperCase()];
  for (const spelling of spellings) {
    const asked = { token: stranger };
    const found = await rest(hearthd.url, "GET", `/meetings/${spelling}`, asked);
    expect(found.status).toBe(200);
    expect(found.body).toEqual({ ...info, participants: 1, owner: false });
  }
});

test("a meeting needs no title; a bad one is refused", async ({ hearthd }) => {
  const token = guestToken();
  const make = (body: unknown) => rest(hearthd.url, "POST", "/meetings", { token, body });
  for (const body of [{}, { title: null }, { title: " " }, { policy: null }]) {
    expect((await make(body)).body).toMatchObject({ title: null, owner: true });
  }
  expect((await make({ title: "é".repeat(100) })).status).toBe(201);
  const tooLong = await make({ title: "é".repeat(101) });
  expect([tooLong.status, tooLong.body.code]).toEqual([400, "bad_request"]);
  expect(tooLong.body.message).toContain("100 characters");
});

test("what is no code, or nobody's, names no meeting", async ({ hearthd }) => {
  const token = guestToken();
  for (const code of ["abc-def-234", "abc", "0il-0il-0il", "%F0%9F%92%A5", "..%2f..%2fetc"]) {
    const { status, body } = await rest(hearthd.url, "GET", `/meetings/${code}`, { token });
    expect([status, body.code], code).toEqual([404, "no_such_meeting"]);
  }
  const { status, body } = await rest(hearthd.url, "GET", "/meetings/%FF", { token });
  expect([status, body.code]).toEqual([400, "bad_request"]);
});

test("nothing is made or shown for nobody", async ({ hearthd }) => {
  const code = await newMeeting(hearthd.url, guestToken());
  const asked = [
    ["POST", "/meetings"],
    ["GET", `/meetings/${code}`],
    ["GET", "/me"],
    ["GET", "/history"],
    ["GET", `/history/${code}`],
    ["GET", `/history/${code}/export`],
    ["DELETE", `/history/${code}`],
    ["POST", "/tickets"],
    ["DELETE", "/sessions/current"],
  ] as const;
  for (const [method, path] of asked) {
    const body = method === "POST" ? { body: {} } : {};
    const nobody = await rest(hearthd.url, method, path, body);
    expect([nobody.status, nobody.body.code], path).toEqual([401, "unauthorized"]);
    expect(nobody.headers["www-authenticate"]).toBe("Bearer");
    for (const token of ["nonsense", "g.short", `s.${guestToken().slice(2)}`]) {
      const wrong = await rest(hearthd.url, method, path, { token, ...body });
      expect([wrong.status, wrong.body.code], `${path} ${token}`).toEqual([401, "signed_out"]);
    }
  }
});

test("one address makes only so many meetings at once", async ({ hearthd }) => {
  const token = guestToken();
  const make = (localAddress: string) =>
    rest(hearthd.url, "POST", "/meetings", { token, body: {}, localAddress });
  const made = await Promise.all(Array.from({ length: 70 }, () => make("127.0.0.1")));
  const refused = made.filter(({ status }) => status !== 201);
  expect(made.length - refused.length).toBeGreaterThanOrEqual(60);
  expect(refused.length).toBeGreaterThan(5);
  for (const { status, body } of refused) {
    expect([status, body.code]).toEqual([429, "too_many_attempts"]);
  }
  expect((await make("127.0.0.2")).status, "another address is another matter").toBe(201);
});
