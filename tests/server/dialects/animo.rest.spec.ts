import type { SignedIn } from "../../../ui/src/protocol/SignedIn.ts";
import { expect, test } from "../../support/clients.ts";
import { older, shapeless, type Sent } from "../../support/older-rest.ts";
import { ask, newMeeting, rest } from "../../support/rest.ts";

const ada = { name: "Ada Lovelace", username: "ada", password: "pw" };

function animo(url: string, method: string, path: string, sent: Sent = {}) {
  return older(`${url}/animo/api/v1`, method, path, sent);
}

async function logIn(url: string, account = ada): Promise<string> {
  await animo(url, "POST", "/users/signup", { body: account });
  const { body } = await animo(url, "POST", "/users/login", { body: account });
  return body.token as string;
}

/** The same person's token in Hearth's own words. */
async function natively(url: string, { username, password } = ada): Promise<string> {
  const signedIn = await rest<SignedIn>(url, "POST", "/sessions", { body: { username, password } });
  expect(signedIn.status).toBe(201);
  return signedIn.body.token;
}

test("GET / is home", async ({ hearthd }) => {
  for (const path of ["/animo", "/animo/"]) {
    const { status, body } = await ask(hearthd.url + path);
    expect([status, body], path).toEqual([200, "I am home"]);
  }
});

test("POST /users/signup makes an account, once", async ({ hearthd }) => {
  const first = await animo(hearthd.url, "POST", "/users/signup", { body: ada });
  expect([first.status, first.body]).toEqual([201, { message: "User registered successfully" }]);
  for (const username of ["ada", "ADA"]) {
    const body = { ...ada, username };
    const again = await animo(hearthd.url, "POST", "/users/signup/", { body });
    const message = "User already exists ! Try a different username";
    expect([again.status, again.body]).toEqual([409, { message }]);
  }
  await natively(hearthd.url);
});

for (const [path, fields] of Object.entries({
  "/users/signup": ["name", "username", "password"],
  "/users/login": ["username", "password"],
})) {
  test(`POST ${path} asks for all credentials, whatever the body`, async ({ hearthd }) => {
    const refused = { message: "Please provide all credentials" };
    for (const text of shapeless) {
      const { status, body } = await animo(hearthd.url, "POST", path, { text });
      expect([status, body], text).toEqual([400, refused]);
    }
    for (const field of fields) {
      for (const value of [undefined, null, "", 7, true, ["ada"], { a: 1 }]) {
        const sent = { body: { ...ada, [field]: value } };
        const { status, body } = await animo(hearthd.url, "POST", path, sent);
        expect([status, body], `${field}: ${JSON.stringify(value)}`).toEqual([400, refused]);
      }
    }
  });
}

test("a body that is too large is refused in JSON", async ({ hearthd }) => {
  const body = { ...ada, name: "x".repeat(64 * 1024) };
  const answer = await animo(hearthd.url, "POST", "/users/signup", { body });
  expect([answer.status, answer.body]).toEqual([413, { message: "This is too large" }]);
});

test("POST /users/login gives a token of 40 digits, of which the newest is valid", async ({
  hearthd,
}) => {
  const { url } = hearthd;
  await animo(url, "POST", "/users/signup", { body: ada });
  const login = () =>
    animo(url, "POST", "/users/login", { body: { username: "ADA", password: "pw" } });
  const first = await login();
  expect([first.status, first.body]).toEqual([
    200,
    {
      token: expect.stringMatching(/^[0-9a-f]{40}$/),
      message: "login successful",
      username: "ada",
      name: "Ada Lovelace",
    },
  ]);
  const native = await natively(url);
  const second = await login();
  const verify = (token: string) => animo(url, "GET", "/users/verify-user", { token });
  expect((await verify(second.body.token as string)).status).toBe(200);
  const old = await verify(first.body.token as string);
  expect([old.status, old.body]).toEqual([401, { message: "Invalid token, login again" }]);
  const me = await rest(url, "GET", "/me", { token: native });
  expect(me.status, "sessions of Hearth's own stay").toBe(200);
  await hearthd.restart();
  expect((await verify(second.body.token as string)).status, "after a restart too").toBe(200);
});

test("POST /users/login tells an unknown user from a wrong password", async ({ hearthd }) => {
  await animo(hearthd.url, "POST", "/users/signup", { body: ada });
  const login = (body: object) => animo(hearthd.url, "POST", "/users/login", { body });
  const unknown = await login({ username: "nobody", password: "pw" });
  expect([unknown.status, unknown.body]).toEqual([404, { message: "User not found" }]);
  const wrong = await login({ username: "ada", password: "x" });
  expect([wrong.status, wrong.body]).toEqual([401, { message: "invalid credentials" }]);
});

test("few guesses are had at one account, in whichever words", async ({ hearthd }) => {
  await animo(hearthd.url, "POST", "/users/signup", { body: ada });
  for (let guess = 0; guess < 10; guess++) {
    const body = { username: "ada", password: `guess ${guess}` };
    const sent = { body, localAddress: `127.0.0.${guess + 2}` };
    if (guess % 2 === 0) await animo(hearthd.url, "POST", "/users/login", sent);
    else await rest(hearthd.url, "POST", "/sessions", sent);
  }
  const { status, body } = await animo(hearthd.url, "POST", "/users/login", { body: ada });
  expect([status, body]).toEqual([429, { message: "Too many attempts. Wait a moment." }]);
});

test("GET /users/verify-user says who holds a token", async ({ hearthd }) => {
  const { url } = hearthd;
  const token = await logIn(url);
  const before = Date.now();
  const { status, body } = await animo(url, "GET", "/users/verify-user", { token });
  expect([status, body]).toEqual([
    200,
    { message: "User validated", name: "Ada Lovelace", username: "ada", time: expect.any(Number) },
  ]);
  expect(body.time).toBeGreaterThanOrEqual(before);
});

for (const path of ["/users/verify-user", "/meeting/check-code/abc", "/meeting/prev-meets/ada"]) {
  test(`GET ${path} is for those with a valid token`, async ({ hearthd }) => {
    const { url } = hearthd;
    const none = await animo(url, "GET", path);
    expect([none.status, none.body]).toEqual([401, { message: "no token provided" }]);
    await animo(url, "POST", "/users/signup", { body: ada });
    const native = await natively(url);
    for (const token of ["0".repeat(40), "x", native]) {
      const { status, body } = await animo(url, "GET", path, { token });
      expect([status, body]).toEqual([401, { message: "Invalid token, login again" }]);
    }
    const token = await logIn(url);
    const me = await rest(url, "GET", "/me", { token });
    expect(me.status, "a token of Animo's is none of Hearth's own").toBe(401);
  });
}

test("GET /meeting/check-code makes a meeting under a free code alone", async ({ hearthd }) => {
  const { url } = hearthd;
  const token = await logIn(url);
  const codes = ["Room_7", "abc-DEF-234", "0f8fad5b-d9cb-469f-a165-70867728950e"];
  for (const code of codes) {
    const made = await animo(url, "GET", `/meeting/check-code/${code}`, { token });
    const message = `new meeting created successfully, code: ${code}`;
    expect([made.status, made.body]).toEqual([200, { message }]);
  }
  const native = await newMeeting(url, await natively(url));
  for (const code of [...codes, "ABCDEF234", native]) {
    const { status, headers, body } = await animo(url, "GET", `/meeting/check-code/${code}/`, {
      token,
    });
    const message = "A meeting with this code already exists. Try generating new code";
    expect([status, body], code).toEqual([302, { message }]);
    expect(headers).not.toHaveProperty("location");
  }
  for (const code of ["two%20words", "x".repeat(65), "%00", "%ff"]) {
    const { status, body } = await animo(url, "GET", `/meeting/check-code/${code}`, { token });
    expect([status, Object.keys(body as object)], code).toEqual([400, ["message"]]);
  }
});

test("GET /meeting/check-meet names the host and the co-hosts of a meeting", async ({
  client,
  hearthd,
}) => {
  const { url } = hearthd;
  const token = await logIn(url);
  await animo(url, "GET", "/meeting/check-code/tea", { token });
  const check = (code: string) => animo(url, "GET", `/meeting/check-meet/${code}`);
  const found = (hostUsername: string, coHostUsernames: string[]) => [
    200,
    { message: "Meeting found", exists: true, meeting: { hostUsername, coHostUsernames } },
  ];
  const before = await check("tea");
  expect([before.status, before.body]).toEqual(found("ada", []));

  const ben = { name: "Ben", username: "ben", password: "pw" };
  await animo(url, "POST", "/users/signup", { body: ben });
  const host = await client({ token: await natively(url) });
  await host.join("tea", "Ada");
  const coHost = await client({ token: await natively(url, ben) });
  await coHost.join("tea", "Ben");
  const guest = await client();
  await guest.join("tea", "Guest");
  for (const who of [coHost.you, guest.you]) {
    await host.must({ type: "setRole", who, role: "coHost" });
  }
  const during = await check("tea");
  expect([during.status, during.body]).toEqual(found("ada", ["ben"]));

  await host.must({ type: "end" });
  for (const code of ["tea", "nothing", "two%20words", "%ff", "x".repeat(65)]) {
    const { status, body } = await check(code);
    expect([status, body], code).toEqual([404, { message: "No such meeting found" }]);
  }
  const nobodys = await newMeeting(url, guest.token!);
  const guests = await check(nobodys);
  expect([guests.status, guests.body], "a guest has no username").toEqual(found("", []));
});

test("GET /meeting/check-host tells the host from others", async ({ hearthd }) => {
  const { url } = hearthd;
  const token = await logIn(url);
  await animo(url, "GET", "/meeting/check-code/tea", { token });
  const check = (query: string) => animo(url, "GET", `/meeting/check-host${query}`);
  const yes = await check("?username=ada&meetingCode=tea");
  expect([yes.status, yes.body]).toEqual([200, { message: "ada is host of this meeting" }]);
  for (const [query, username] of [
    ["?username=ben&meetingCode=tea", "ben"],
    ["?username=ada&meetingCode=other", "ada"],
    ["?username=ada", "ada"],
    ["?meetingCode=tea", ""],
    ["", ""],
  ]) {
    const { status, body } = await check(query!);
    const message = `${username} is not the host of this meeting`;
    expect([status, body], query).toEqual([403, { message }]);
  }
});

test("GET /meeting/prev-meets lists the codes of one's own meetings", async ({
  client,
  hearthd,
}) => {
  const { url } = hearthd;
  const token = await logIn(url);
  const meets = (username: string) =>
    animo(url, "GET", `/meeting/prev-meets/${username}`, { token });
  const none = await meets("ada");
  expect([none.status, none.body]).toEqual([200, []]);

  const native = await newMeeting(url, (await client()).token!);
  await animo(url, "GET", "/meeting/check-code/Room_7", { token });
  await animo(url, "GET", "/meeting/check-code/ABC-def-234", { token });
  const window = await client({ token: await natively(url) });
  await window.join(native, "Ada");
  const { status, body } = await meets("ada");
  expect([status, body]).toEqual([200, [native, "ABC-def-234", "Room_7"]]);
  for (const other of ["ben", "%ff"]) {
    const { status, body } = await meets(other);
    expect([status, body]).toEqual([403, { message: "Not allowed" }]);
  }
});
