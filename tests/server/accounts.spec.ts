import type { Me } from "../../ui/src/protocol/Me.ts";
import type { SignedIn } from "../../ui/src/protocol/SignedIn.ts";
import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest, signUp } from "../support/rest.ts";

const ada = { username: "Ada.L", name: " Ada  Lovelace ", password: "correct horse" };
const signIn = { username: ada.username, password: ada.password };
const account = { username: "Ada.L", name: "Ada Lovelace" };

test("who signs up is signed in, here and elsewhere", async ({ client, hearthd }) => {
  const { url } = hearthd;
  const made = await rest<SignedIn>(url, "POST", "/accounts", { body: ada });
  expect(made.status).toBe(201);
  expect(made.body).toEqual({ token: expect.stringMatching(/^s\./), me: { account } });
  const elsewhere = { ...signIn, username: "aDA.l" };
  const session = await rest<SignedIn>(url, "POST", "/sessions", { body: elsewhere });
  expect(session.status).toBe(201);
  expect(session.body.me).toEqual({ account });
  expect(session.body.token).not.toBe(made.body.token);

  await hearthd.restart();
  for (const { token } of [made.body, session.body]) {
    expect((await rest<Me>(url, "GET", "/me", { token })).body).toEqual({ account });
    await (await client({ token })).refused({ type: "leave" });
  }
  const guest = await rest<Me>(url, "GET", "/me", { token: guestToken() });
  expect(guest.body).toEqual({ account: null });
});

test("an account that cannot be is refused, and says why", async ({ hearthd }) => {
  await signUp(hearthd.url, ada);
  const wrong: [Partial<typeof ada>, number, string][] = [
    [{ username: "ada.l" }, 409, "username_taken"],
    [{ username: "ab" }, 400, "invalid_username"],
    [{ username: "a".repeat(33) }, 400, "invalid_username"],
    [{ username: "white space" }, 400, "invalid_username"],
    [{ username: "björk" }, 400, "invalid_username"],
    [{ username: "ben", password: "seven77" }, 400, "invalid_password"],
    [{ username: "ben", password: "x".repeat(201) }, 400, "invalid_password"],
    [{ username: "ben", name: " " }, 400, "invalid_name"],
    [{ username: "ben", name: "x".repeat(65) }, 400, "invalid_name"],
    [{ username: "ben", name: "\u202eneb" }, 400, "invalid_name"],
  ];
  for (const [change, status, code] of wrong) {
    const answer = await rest(hearthd.url, "POST", "/accounts", { body: { ...ada, ...change } });
    expect([answer.status, answer.body.code], JSON.stringify(change)).toEqual([status, code]);
    expect(answer.body.message).toMatch(/^[A-Z].*\.$/);
  }
});

test("a wrong password and an unknown name are told alike", async ({ hearthd }) => {
  await signUp(hearthd.url, ada);
  const attempt = (body: object) => rest(hearthd.url, "POST", "/sessions", { body });
  const password = await attempt({ ...signIn, password: "wrong horse" });
  const username = await attempt({ ...signIn, username: "nobody" });
  const endless = await attempt({ username: "x".repeat(201), password: "x" });
  for (const { status, body } of [password, username, endless]) {
    expect([status, body]).toEqual([401, username.body]);
  }
  expect(username.body.code).toBe("wrong_credentials");
});

test("a token is good for nothing after its session was closed", async ({ client, hearthd }) => {
  const { url } = hearthd;
  const token = await signUp(url, ada);
  const other = await rest<SignedIn>(url, "POST", "/sessions", { body: signIn });
  expect((await rest(url, "DELETE", "/sessions/current", { token })).status).toBe(204);
  const { status, body } = await rest(url, "GET", "/me", { token });
  expect([status, body.code]).toEqual([401, "signed_out"]);
  await expect(client({ token })).rejects.toThrow("signed out");
  const { status: still } = await rest(url, "GET", "/me", { token: other.body.token });
  expect(still, "the other session goes on").toBe(200);
  const guest = await rest(url, "DELETE", "/sessions/current", { token: guestToken() });
  expect(guest.status, "a guest has nothing to close").toBe(204);
});
