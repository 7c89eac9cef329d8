import type { SignedIn } from "../../../ui/src/protocol/SignedIn.ts";
import { expect, test } from "../../support/clients.ts";
import { older, shapeless, type Sent } from "../../support/older-rest.ts";
import { rest } from "../../support/rest.ts";

const ada = { username: "Ada Lovelace", email: "Ada@example.org", password: "secret" };
const objectId = expect.stringMatching(/^[0-9a-f]{24}$/);
const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const wrong = {
  username: "Username must be 3 to 64 characters long",
  email: "Please enter a valid email",
  password: "Password must be 6 to 200 characters long",
};

function chat(url: string, method: string, path: string, sent: Sent = {}) {
  return older(`${url}/webrtc-chat`, method, path, sent);
}

function complaint(path: string, msg: string, value?: unknown) {
  return { type: "field", msg, path, location: "body", ...(value !== undefined && { value }) };
}

async function signUp(url: string, account = ada): Promise<{ token: string; id: string }> {
  const { status, body } = await chat(url, "POST", "/api/auth/signup", { body: account });
  expect(status).toBe(201);
  return { token: body.token as string, id: body.user.id as string };
}

async function natively(url: string, { username, password } = ada): Promise<string> {
  const signedIn = await rest<SignedIn>(url, "POST", "/sessions", { body: { username, password } });
  expect(signedIn.status).toBe(201);
  return signedIn.body.token;
}

async function newRoom(url: string, token: string, name: string): Promise<string> {
  const { status, body } = await chat(url, "POST", "/api/rooms", { token, body: { name } });
  expect(status).toBe(201);
  return body._id as string;
}

test("GET /health says that the server is running", async ({ hearthd }) => {
  for (const path of ["/health", "/health/"]) {
    const { status, body } = await chat(hearthd.url, "GET", path);
    expect([status, body]).toEqual([200, { status: "ok", message: "Server is running" }]);
  }
});

test("POST /api/auth/signup makes an account that is everyone's", async ({ hearthd }) => {
  const { url } = hearthd;
  const { status, body } = await chat(url, "POST", "/api/auth/signup/", { body: ada });
  const { username, email } = ada;
  const user = { id: objectId, username, email };
  expect([status, body]).toEqual([201, { token: expect.any(String), user }]);
  const claims = JSON.parse(Buffer.from(body.token.split(".")[1], "base64url").toString());
  expect(claims).toEqual({
    userId: body.user.id,
    iat: expect.any(Number),
    exp: claims.iat + 7 * 24 * 60 * 60,
  });
  await natively(url);
  const animo = await older(`${url}/animo/api/v1`, "POST", "/users/login", { body: ada });
  expect(animo.status).toBe(200);
});

test("POST /api/auth/signup takes no name and no address twice", async ({ hearthd }) => {
  const { url } = hearthd;
  await signUp(url);
  const native = { username: "ben", name: "Ben", password: "correct horse" };
  await rest(url, "POST", "/accounts", { body: native });
  for (const change of [
    { email: "other@example.org" },
    { username: "ADA lovelace", email: "other@example.org" },
    { username: "other", email: "ADA@EXAMPLE.ORG" },
    { username: "ben", email: "ben@example.org" },
  ]) {
    const body = { ...ada, ...change };
    const again = await chat(url, "POST", "/api/auth/signup", { body });
    const taken = [400, { message: "User already exists" }];
    expect([again.status, again.body], JSON.stringify(change)).toEqual(taken);
  }
  const body = { username: "Ada Lovelace", name: "Ada", password: "pw" };
  const animo = await older(`${url}/animo/api/v1`, "POST", "/users/signup", { body });
  expect(animo.status, "nor does another dialect").toBe(409);
});

test("POST /api/auth/signup names the fields that are wrong, and tells no password", async ({
  hearthd,
}) => {
  const sign = (sent: Sent) => chat(hearthd.url, "POST", "/api/auth/signup", sent);
  for (const text of shapeless) {
    const { status, body } = await sign({ text });
    const errors = Object.entries(wrong).map(([path, msg]) => complaint(path, msg));
    expect([status, body], text).toEqual([400, { errors }]);
  }
  const cases: [keyof typeof ada, unknown[]][] = [
    ["username", ["", "ab", " a ", "x".repeat(65), "\u202eneb", 123456, null, ["abc"], { a: 1 }]],
    ["email", ["", "ada", "ada@", "ada@localhost", "a da@example.org", 7, null, [ada.email]]],
    ["password", ["", "12345", "x".repeat(201), 1234567, null, ["secret"]]],
  ];
  for (const [path, values] of cases) {
    for (const value of values) {
      const { status, body } = await sign({ body: { ...ada, [path]: value } });
      const shown = path === "password" ? undefined : value;
      const errors = [complaint(path, wrong[path], shown)];
      expect([status, body], `${path}: ${JSON.stringify(value)}`).toEqual([400, { errors }]);
    }
  }
});

test("POST /api/auth/login signs in by e-mail address", async ({ hearthd }) => {
  const { url } = hearthd;
  const { id } = await signUp(url);
  const login = (body: unknown) => chat(url, "POST", "/api/auth/login", { body });
  const right = await login({ email: " ada@EXAMPLE.org", password: ada.password });
  const { username, email } = ada;
  const user = { id, username, email };
  expect([right.status, right.body]).toEqual([200, { token: expect.any(String), user }]);

  for (const body of [
    { email: ada.email, password: "wrong one" },
    { email: "nobody@example.org", password: ada.password },
  ]) {
    const { status, body: refused } = await login(body);
    expect([status, refused]).toEqual([400, { message: "Invalid credentials" }]);
  }
  const malformed = await login({ email: "ada", password: ada.password });
  const errors = [complaint("email", wrong.email, "ada")];
  expect([malformed.status, malformed.body]).toEqual([400, { errors }]);
  for (const text of shapeless) {
    const { status, body } = await chat(url, "POST", "/api/auth/login", { text });
    const missing = complaint("password", "Password is required");
    const errors = [complaint("email", wrong.email), missing];
    expect([status, body], text).toEqual([400, { errors }]);
  }
});

test("few guesses are had at one account, by its address or its name", async ({ hearthd }) => {
  const { url } = hearthd;
  await signUp(url);
  for (let guess = 0; guess < 10; guess++) {
    const localAddress = `127.0.0.${guess + 2}`;
    const password = `guess ${guess}`;
    if (guess % 2 === 0) {
      const body = { email: ada.email, password };
      await chat(url, "POST", "/api/auth/login", { body, localAddress });
    } else {
      const body = { username: ada.username, password };
      await rest(url, "POST", "/sessions", { body, localAddress });
    }
  }
  const { status, body } = await chat(url, "POST", "/api/auth/login", { body: ada });
  expect([status, body]).toEqual([429, { message: "Too many attempts. Wait a moment." }]);
});

for (const [method, path] of [
  ["GET", "/api/rooms"],
  ["POST", "/api/rooms"],
  ["GET", "/api/rooms/0123456789abcdef01234567/messages"],
] as const) {
  test(`${method} ${path} is for those with a valid token`, async ({ hearthd }) => {
    const { url } = hearthd;
    const none = await chat(url, method, path);
    const denied = { message: "No token, authorization denied" };
    expect([none.status, none.body]).toEqual([401, denied]);
    const { token } = await signUp(url);
    const [header, claims] = token.split(".");
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    const native = await natively(url);
    for (const forged of ["x", `${header}.${claims}.`, `${unsigned}.${claims}.`, native]) {
      const { status, body } = await chat(url, method, path, { token: forged });
      expect([status, body], forged).toEqual([401, { message: "Token is not valid" }]);
    }
    const me = await rest(url, "GET", "/me", { token });
    expect(me.status, "its tokens are none of Hearth's own").toBe(401);
  });
}

test("POST /api/rooms makes a room with a name of its own", async ({ hearthd }) => {
  const { url } = hearthd;
  const { token, id } = await signUp(url);
  const make = (sent: Sent) => chat(url, "POST", "/api/rooms", { token, ...sent });
  const made = await make({ body: { name: " Lounge ", description: "for tea" } });
  const createdBy = { _id: id, username: ada.username };
  const room = { _id: objectId, createdBy, participants: [], createdAt: iso };
  expect([made.status, made.body]).toEqual([
    201,
    { ...room, name: "Lounge", description: "for tea" },
  ]);
  const again = await make({ body: { name: "Lounge" } });
  expect([again.status, again.body]).toEqual([400, { message: "Room already exists" }]);
  const plain = await make({ body: { name: "Kitchen", description: 7 } });
  expect([plain.status, plain.body]).toEqual([201, { ...room, name: "Kitchen", description: "" }]);

  const nameless = [400, { message: "Room name is required" }];
  for (const text of shapeless) {
    const { status, body } = await make({ text });
    expect([status, body], text).toEqual(nameless);
  }
  for (const name of [undefined, null, "", " ", 7, ["x"], {}]) {
    const { status, body } = await make({ body: { name } });
    expect([status, body], JSON.stringify(name)).toEqual(nameless);
  }
  const endless = await make({ body: { name: "x".repeat(101) } });
  const message = "Room name or description is too long";
  expect([endless.status, endless.body]).toEqual([400, { message }]);
});

test("GET /api/rooms lists the rooms, newest first, with those in them now", async ({
  client,
  hearthd,
}) => {
  const { url } = hearthd;
  const { token, id } = await signUp(url);
  const list = async () => (await chat(url, "GET", "/api/rooms", { token })).body;
  expect(await list()).toEqual([]);
  const lounge = await newRoom(url, token, "Lounge");
  const kitchen = await newRoom(url, token, "Kitchen");
  const createdBy = { _id: id, username: ada.username };
  const shared = { description: "", createdBy, createdAt: iso };
  const native = await natively(url);
  const windows = [await client({ token: native }), await client({ token: native })];
  for (const window of windows) await window.join(lounge, "Ada");
  const guest = await client();
  await guest.join(lounge, "Guest");
  const rooms = await list();
  expect(rooms).toEqual([
    { ...shared, _id: kitchen, name: "Kitchen", participants: [] },
    { ...shared, _id: lounge, name: "Lounge", participants: [id, objectId] },
  ]);
  await hearthd.restart();
  expect(await list()).toEqual(rooms.map((room: object) => ({ ...room, participants: [] })));
});

test("a room that was ended is gone, and leaves its name", async ({ client, hearthd }) => {
  const { url } = hearthd;
  const { token } = await signUp(url);
  const lounge = await newRoom(url, token, "Lounge");
  const host = await client({ token: await natively(url) });
  await host.join(lounge, "Ada");
  await host.must({ type: "end" });
  expect((await chat(url, "GET", "/api/rooms", { token })).body).toEqual([]);
  expect(await newRoom(url, token, "Lounge")).not.toBe(lounge);
});

test("GET /api/rooms/:roomId/messages tells the newest hundred, ascending", async ({
  client,
  hearthd,
}) => {
  const { url } = hearthd;
  const { token, id } = await signUp(url);
  const room = await newRoom(url, token, "Lounge");
  const read = () => chat(url, "GET", `/api/rooms/${room}/messages`, { token });
  const nothing = await read();
  expect([nothing.status, nothing.body]).toEqual([200, []]);

  const window = await client({ token: await natively(url) });
  await window.join(room, "Ada");
  const guest = await client();
  await guest.join(room, "Guest");
  const other = await client();
  await other.join(room, "Other");
  await guest.say("from a guest");
  await guest.say("for another", other.you);
  for (let line = 1; line < 100; line++) await window.say(`line ${line}`);

  const { status, body } = await read();
  expect(status).toBe(200);
  expect(body.length).toBe(100);
  const shared = { room, timestamp: iso, _id: expect.stringContaining(room.slice(0, 16)) };
  expect(body[0]).toEqual({
    ...shared,
    sender: { _id: objectId, username: "Guest" },
    senderName: "Guest",
    content: "from a guest",
  });
  expect(body[99]).toEqual({
    ...shared,
    sender: { _id: id, username: ada.username },
    senderName: "Ada",
    content: "line 99",
  });
  const ids = body.map((message: { _id: string }) => message._id);
  expect(ids).toEqual([...new Set(ids)].sort());
  for (const each of ids) expect(each).toEqual(objectId);

  await window.say("line 100");
  const later = (await read()).body;
  expect([later.length, later[0].content, later[99].content]).toEqual([100, "line 1", "line 100"]);
});

test("GET /api/rooms/:roomId/messages knows rooms alone", async ({ hearthd }) => {
  const { url } = hearthd;
  const { token } = await signUp(url);
  const session = await older(`${url}/twalky`, "GET", "/create-session");
  for (const id of ["0".repeat(24), session.body.sessionId, "two%20words", "%ff"]) {
    const { status, body } = await chat(url, "GET", `/api/rooms/${id}/messages`, { token });
    expect([status, body]).toEqual([404, { message: "Room not found" }]);
  }
});
