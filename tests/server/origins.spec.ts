import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { ask } from "../support/rest.ts";
import { upgrade } from "../support/upgrade.ts";

const friend = "https://friend.example";
const polling = "/socket.io/?EIO=4&transport=polling";
const preflight = {
  "access-control-request-method": "POST",
  "access-control-request-headers": "authorization,content-type",
};

function strangers(url: string): string[] {
  const host = new URL(url).host;
  return [
    "https://evil.example",
    "null",
    "http://127.0.0.1",
    "http://127.0.0.1:1",
    `http://${host}.evil.example`,
    `http://evil@${host}`,
    `${friend}:8443`,
    `${friend}.evil.example`,
  ];
}

test("its own pages may talk to a server, others may not", async ({ hearthd }) => {
  const { url } = hearthd;
  for (const path of ["/api/server", polling]) {
    expect((await ask(url + path, { headers: { origin: url } })).status).toBe(200);
  }
  expect(await upgrade(url, url)).toBe(101);
  for (const origin of [friend, ...strangers(url)]) {
    for (const path of ["/api/server", polling, "/metrics"]) {
      const { status, headers, body } = await ask(url + path, { headers: { origin } });
      expect([status, JSON.parse(body)], origin).toMatchObject([403, { code: "other_origin" }]);
      expect(headers).not.toHaveProperty("access-control-allow-origin");
    }
    expect(await upgrade(url, origin), origin).toBe(403);
    const asking = { method: "OPTIONS", headers: { origin, ...preflight } };
    const { headers } = await ask(`${url}/api/meetings`, asking);
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  }
});

test.describe("a configured origin", () => {
  test.use({ options: { args: ["--allow-origin", `${friend},https://other.example`] } });

  test("may talk to the server, and others still may not", async ({ hearthd }) => {
    const { url } = hearthd;
    const allowed = {
      "access-control-allow-origin": friend,
      "access-control-allow-credentials": "true",
    };
    const asking = { method: "OPTIONS", headers: { origin: friend, ...preflight } };
    for (const path of ["/api/meetings", "/api/nothing", polling]) {
      const { status, headers } = await ask(url + path, asking);
      expect(status).toBe(200);
      expect(headers).toMatchObject(allowed);
      expect(headers["access-control-allow-methods"]).toBe("GET,POST,DELETE");
      expect(headers["access-control-allow-headers"]).toBe("authorization,content-type");
      expect(headers["vary"]).toContain("origin");
    }
    const made = await ask(`${url}/api/meetings`, {
      method: "POST",
      headers: {
        origin: friend,
        authorization: `Bearer ${guestToken()}`,
        "content-type": "application/json",
      },
      body: "{}",
    });
    expect(made.status).toBe(201);
    expect(made.headers).toMatchObject(allowed);
    const refused = await ask(`${url}/api/me`, { headers: { origin: friend } });
    expect(refused.status, "an error is readable too").toBe(401);
    expect(refused.headers).toMatchObject(allowed);
    const opened = await ask(url + polling, { headers: { origin: friend } });
    expect([opened.status, opened.headers]).toMatchObject([200, allowed]);
    expect(await upgrade(url, friend)).toBe(101);

    for (const origin of strangers(url)) {
      const { status, headers } = await ask(`${url}/api/server`, { headers: { origin } });
      expect(status, origin).toBe(403);
      expect(headers).not.toHaveProperty("access-control-allow-origin");
      expect(await upgrade(url, origin)).toBe(403);
    }
  });
});
