import { readdir } from "node:fs/promises";

import { expect, test } from "../support/clients.ts";
import { ask, metric, rest } from "../support/rest.ts";

const friend = "https://friend.example";

test.describe("every answer", () => {
  test.use({ options: { args: ["--allow-origin", friend] } });

  test("says what its page may do", async ({ hearthd }) => {
    const origin = { origin: "https://evil.example" };
    const preflight = { origin: friend, "access-control-request-method": "POST" };
    const asked: [string, string, Record<string, string>?][] = [
      ["GET", "/", { accept: "text/html" }],
      ["GET", "/m/abc-def-234", { accept: "text/html" }],
      ["GET", "/nothing.js"],
      ["POST", "/"],
      ["GET", "/health"],
      ["GET", "/metrics"],
      ["GET", "/api/server"],
      ["GET", "/api/openapi.json"],
      ["GET", "/api/me"],
      ["GET", "/api/nothing"],
      ["PUT", "/api/meetings"],
      ["GET", "/api/server", origin],
      ["OPTIONS", "/api/meetings", preflight],
      ["GET", "/socket.io/?EIO=4&transport=polling"],
      ["GET", "/socket.io/?EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAA"],
      ["GET", "/socket.io/"],
    ];
    for (const [method, path, headers = {}] of asked) {
      const answer = await ask(hearthd.url + path, { method, headers });
      const what = `${method} ${path} ${answer.status}`;
      const policy = answer.headers["content-security-policy"];
      expect(policy, what).toContain("default-src 'none'");
      expect(policy, what).toContain("frame-ancestors 'none'");
      // By this the app's window calls its shell; nobody else has anything there.
      const [before, after] = String(policy).split(" ipc: http://ipc.localhost");
      expect(`${before}${after}`, what).not.toMatch(/unsafe|\*|http|ipc/);
      expect(answer.headers["x-content-type-options"], what).toBe("nosniff");
      expect(answer.headers["referrer-policy"], what).toBe("no-referrer");
      expect(answer.headers["permissions-policy"], what).toContain("camera=(self)");
    }
  });
});

test("two scripts may compile WebAssembly, and nothing else may", async ({ hearthd }) => {
  const policy = async (path: string) =>
    (await ask(hearthd.url + path, { headers: { accept: "text/html" } })).headers[
      "content-security-policy"
    ];
  const names = await readdir("../ui/dist/assets");
  const may: string[] = [];
  for (const name of names) {
    const given = String(await policy(`/assets/${name}`));
    expect(given.replace("'wasm-unsafe-eval'", ""), name).not.toContain("unsafe");
    if (given.includes("wasm-unsafe-eval")) may.push(name);
  }
  const compiler = expect.stringMatching(/^compiler-.*\.js$/);
  expect(may, "one for voices and one for pictures").toEqual([compiler, compiler]);
});

test("the counters count", async ({ client, hearthd, meeting }) => {
  const { url } = hearthd;
  const { members } = await meeting("Ada", "Ben");
  const [ada] = members;
  const requests = await metric(url, "hearth_requests_total");
  expect(requests, "two entered and joined").toBe(4);
  expect(await ada.refused({ type: "signal", to: 99, payload: null })).toBe("no_such_participant");
  expect(await ada.refused({ type: "dance" })).toBe("bad_request");
  expect(await metric(url, "hearth_requests_total")).toBe(requests + 2);
  expect(await metric(url, "hearth_refused_total")).toBe(2);
  expect(await metric(url, "hearth_malformed_total")).toBe(1);
  expect(await metric(url, "hearth_meetings")).toBe(1);
  expect(await metric(url, "hearth_sockets")).toBe(2);
  const third = await client();
  await third.refused({ type: "leave" });
  expect(await metric(url, "hearth_sockets")).toBe(3);
  third.close();
  await expect.poll(() => metric(url, "hearth_sockets")).toBe(2);
  await ada.must({ type: "end" });
  await expect.poll(() => metric(url, "hearth_meetings")).toBe(0);
  expect((await rest(url, "GET", "/metrics")).body.code, "not under /api").toBe("no_such_route");
});
