import { execFileSync } from "node:child_process";
import { truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, test as base } from "../../support/clients.ts";
import { Hearthd } from "../../support/hearthd.ts";
import { older } from "../../support/older-rest.ts";
import { guestToken } from "../../support/client.ts";
import { rest } from "../../support/rest.ts";

const ada = { username: "Ada", email: "ada@example.org", password: "secret" };

const test = base.extend<{ hearthd: Hearthd }>({
  hearthd: async ({}, use) => {
    // A file that cannot grow is an error then, and not the end of the process.
    const inside = ["sh", "-c", 'trap "" XFSZ; exec "$@"', "sh"];
    const hearthd = await Hearthd.start({ inside });
    await use(hearthd);
    await hearthd.remove();
  },
});

/** Takes the server's database away, as a dying disk does. */
async function lose({ data, pid, url }: Hearthd): Promise<void> {
  for (const file of ["hearth.db", "hearth.db-wal"]) await truncate(join(data, file), 0);
  // What is written now tells the readers that what they remember is old.
  await rest(url, "POST", "/meetings", { token: guestToken(), body: {} });
  execFileSync("prlimit", ["--pid", String(pid), "--fsize=0"]);
}

test("Twalky's REST says 500 when the store fails", async ({ hearthd }) => {
  await lose(hearthd);
  const twalky = (path: string) => older(`${hearthd.url}/twalky`, "GET", path);
  const created = await twalky("/create-session");
  const message = expect.any(String);
  expect([created.status, created.body]).toEqual([
    500,
    { error: "Failed to create session", message, success: false },
  ]);
  const alive = await twalky("/is-alive?sessionId=abcdefghj");
  expect([alive.status, alive.body]).toEqual([
    500,
    { isAlive: false, error: "Failed to check session", message, success: false },
  ]);
});

test("WebRTC chat's REST says 500 when the store fails", async ({ hearthd }) => {
  const chat = `${hearthd.url}/webrtc-chat`;
  const signedUp = await older(chat, "POST", "/api/auth/signup", { body: ada });
  const token = signedUp.body.token as string;
  const room = await older(chat, "POST", "/api/rooms", { token, body: { name: "Kitchen" } });
  await lose(hearthd);
  const ben = { ...ada, username: "Ben", email: "ben@example.org" };
  for (const [method, path, sent] of [
    ["POST", "/api/auth/signup", { body: ben }],
    ["POST", "/api/auth/login", { body: ada }],
    ["GET", "/api/rooms", { token }],
    ["POST", "/api/rooms", { token, body: { name: "Garden" } }],
    ["GET", `/api/rooms/${room.body._id as string}/messages`, { token }],
  ] as const) {
    const { status, body } = await older(chat, method, path, sent);
    expect([status, body], path).toEqual([500, { message: "Server error" }]);
  }
});

test("Animo's REST says 500 when the store fails", async ({ hearthd }) => {
  const animo = `${hearthd.url}/animo/api/v1`;
  const account = { name: "Ada Lovelace", username: "ada", password: "pw" };
  await older(animo, "POST", "/users/signup", { body: account });
  const { body: login } = await older(animo, "POST", "/users/login", { body: account });
  const token = login.token as string;
  await lose(hearthd);
  for (const [method, path, sent] of [
    ["POST", "/users/signup", { body: { ...account, username: "ben" } }],
    ["POST", "/users/login", { body: account }],
    ["GET", "/users/verify-user", { token }],
    ["GET", "/meeting/check-code/abc-def-ghj", { token }],
    ["GET", "/meeting/check-meet/abc-def-ghj", {}],
    ["GET", "/meeting/check-host?username=ada&meetingCode=abc-def-ghj", {}],
    ["GET", "/meeting/prev-meets/ada", { token }],
  ] as const) {
    const { status, body } = await older(animo, method, path, sent);
    expect([status, body], path).toEqual([500, { message: "Something went wrong" }]);
  }
});
