import { ownAddress } from "../../support/addresses.ts";
import { expect, test } from "../../support/clients.ts";
import { older } from "../../support/older-rest.ts";
import { ask } from "../../support/rest.ts";

test("GET /create-session makes a session of nine lower-case letters and digits", async ({
  client,
  hearthd,
}) => {
  const root = `${hearthd.url}/twalky`;
  const { status, body } = await older(root, "GET", "/create-session");
  expect(status).toBe(200);
  expect(body).toEqual({ sessionId: expect.stringMatching(/^[a-z0-9]{9}$/), success: true });
  const ada = await client();
  await ada.join(body.sessionId, "Ada");
  const alive = await older(root, "GET", `/is-alive?sessionId=${body.sessionId}`);
  expect(alive.body, "it is a meeting like every other").toEqual({ isAlive: true, success: true });
});

test("GET /is-alive knows a session by its id, with and without hyphens", async ({ hearthd }) => {
  const root = `${hearthd.url}/twalky`;
  const { body } = await older(root, "GET", "/create-session/");
  const id = body.sessionId as string;
  const shown = id.replace(/(...)(?!$)/g, "$1-");
  for (const path of [`/is-alive?sessionId=${id}`, `/is-alive/?sessionId=${shown}`]) {
    const { status, body } = await older(root, "GET", path);
    expect([status, body], path).toEqual([200, { isAlive: true, success: true }]);
  }
  for (const unknown of ["abcdefghj", "x", "two%20words", "%00", "%ff", "x".repeat(65)]) {
    const { status, body } = await older(root, "GET", `/is-alive?sessionId=${unknown}`);
    expect([status, body], unknown).toEqual([200, { isAlive: false, success: true }]);
  }
});

test("GET /is-alive without an id is a bad request", async ({ hearthd }) => {
  for (const path of ["/is-alive", "/is-alive/", "/is-alive?sessionId=", "/is-alive?id=x"]) {
    const { status, body } = await older(`${hearthd.url}/twalky`, "GET", path);
    const complaint = { isAlive: false, error: "Session ID is required", success: false };
    expect([status, body], path).toEqual([400, complaint]);
  }
});

test("a session that was ended is not alive", async ({ client, hearthd }) => {
  const { body } = await older(`${hearthd.url}/twalky`, "GET", "/create-session");
  const ada = await client();
  await ada.join(body.sessionId, "Ada");
  await ada.must({ type: "end" });
  const path = `/is-alive?sessionId=${body.sessionId}`;
  const alive = await older(`${hearthd.url}/twalky`, "GET", path);
  expect([alive.status, alive.body]).toEqual([200, { isAlive: false, success: true }]);
});

test("few sessions are made from one address at once", async ({ hearthd }) => {
  const root = `${hearthd.url}/twalky`;
  const many = Array.from({ length: 80 }, () => older(root, "GET", "/create-session"));
  const refused = (await Promise.all(many)).filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const { status, body } of refused) {
    const message = "Too many attempts. Wait a moment.";
    const complaint = { error: "Failed to create session", message, success: false };
    expect([status, body]).toEqual([429, complaint]);
  }
});

for (const dialect of ["twalky", "webrtc-chat", "animo"]) {
  test(`what is not there in /${dialect} is said in JSON`, async ({ hearthd }) => {
    const root = `${hearthd.url}/${dialect}`;
    const paths = ["/nothing", "/api/nothing/", "/api/v1/users", "/create-session/x"];
    if (dialect !== "animo") paths.push("", "/");
    for (const path of paths) {
      const { status, body } = await older(root, "GET", path);
      expect([status, body], path).toEqual([404, { message: "Not found" }]);
    }
    const wrong = {
      twalky: "/create-session",
      "webrtc-chat": "/api/auth/login",
      animo: "/api/v1/users/login/",
    }[dialect]!;
    const { status, body } = await older(root, "DELETE", wrong);
    expect([status, body]).toEqual([405, { message: "Method not allowed" }]);
  });
}

test.describe("pages of configured origins", () => {
  const origin = "https://friend.example";
  test.use({ options: { args: ["--allow-origin", origin] } });

  test("are echoed with credentials, and others are not", async ({ hearthd }) => {
    const url = `${hearthd.url}/twalky/create-session`;
    const { status, headers } = await ask(url, { headers: { origin } });
    expect(status).toBe(200);
    expect(headers["access-control-allow-origin"]).toBe(origin);
    expect(headers["access-control-allow-credentials"]).toBe("true");
    const other = await ask(url, { headers: { origin: "https://evil.example" } });
    expect(other.status).toBe(403);
    expect(other.headers).not.toHaveProperty("access-control-allow-origin");
  });
});

test.describe("from another machine", () => {
  test.skip(ownAddress === undefined, "this machine has no address but loopback");
  test.use({ options: { listen: "0.0.0.0:0" } });

  test("older clients are answered over plain HTTP, by name", async ({ hearthd }) => {
    const own = `http://${ownAddress}:${hearthd.port}`;
    const { status, body } = await older(`${own}/twalky`, "GET", "/create-session");
    expect([status, body.success]).toEqual([200, true]);
    expect((await ask(`${own}/animo`)).body).toBe("I am home");
    const health = await older(`${own}/webrtc-chat`, "GET", "/health");
    expect(health.body.status).toBe("ok");
    const page = await ask(`${own}/animosity`);
    expect(page.body, "others are told of the secure address").toContain("<!doctype html>");
  });
});
