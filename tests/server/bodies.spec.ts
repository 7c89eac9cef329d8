import type { ApiError } from "../../ui/src/protocol/ApiError.ts";
import { everything, guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { ask, rest } from "../support/rest.ts";

/** Every request that has a body, and one that is right. */
const bodies: Record<string, Record<string, unknown>> = {
  "/meetings": { title: "Tea", policy: everything },
  "/accounts": { username: "ada", name: "Ada", password: "correct horse" },
  "/sessions": { username: "ada", password: "correct horse" },
  "/tickets/spend": { ticket: "nonsense" },
};

for (const [path, right] of Object.entries(bodies)) {
  test(`POST ${path} takes no body of another shape`, async ({ hearthd }) => {
    const token = guestToken();
    const post = (body: string | Buffer, type: string | undefined = "application/json") =>
      ask(`${hearthd.url}/api${path}`, {
        method: "POST",
        body,
        headers: { authorization: `Bearer ${token}`, ...(type && { "content-type": type }) },
      });
    const text = JSON.stringify(right);
    const wrong: [string, string | Buffer, number, string, string?][] = [
      ["nothing", "", 400, "bad_request"],
      ["half of it", text.slice(0, -1), 400, "bad_request"],
      ["more after it", `${text}{}`, 400, "bad_request"],
      ["no JSON", "<xml/>", 400, "bad_request"],
      ["no text", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, "bad_request"],
      ["a list", `[${text}]`, 400, "bad_request"],
      ["a number", "7", 400, "bad_request"],
      ["null", "null", 400, "bad_request"],
      ["deep nesting", "[".repeat(50_000), 400, "bad_request"],
      ["an unknown field", JSON.stringify({ ...right, admin: true }), 400, "bad_request"],
      ["too much", JSON.stringify({ ...right, x: "x".repeat(64 * 1024) }), 413, "too_large"],
      ["another type", text, 415, "not_json", "text/plain"],
      ["no type", text, 415, "not_json", ""],
    ];
    for (const key of Object.keys(right)) {
      for (const value of [7, -1.5, true, ["x"], { x: "x" }, [[[[]]]]]) {
        const body = JSON.stringify({ ...right, [key]: value });
        wrong.push([`${key}: ${JSON.stringify(value)}`, body, 400, "bad_request"]);
      }
      if (path === "/meetings") continue;
      const { [key]: _, ...rest } = right;
      wrong.push([`no ${key}`, JSON.stringify(rest), 400, "bad_request"]);
      wrong.push([`${key}: null`, JSON.stringify({ ...right, [key]: null }), 400, "bad_request"]);
    }
    for (const [what, body, status, code, type] of wrong) {
      const answer = await post(body, type);
      expect(answer.status, `${what}: ${answer.body}`).toBe(status);
      const error = JSON.parse(answer.body) as ApiError;
      expect(error, what).toEqual({ code, message: expect.stringMatching(/.{10}/) });
    }
    const info = await rest(hearthd.url, "GET", "/server");
    expect(info.status).toBe(200);
  });
}

test("a policy is given whole or not at all", async ({ hearthd }) => {
  const token = guestToken();
  const { chat: _, ...partial } = everything;
  for (const policy of [partial, { ...everything, more: true }, { ...everything, chat: "no" }]) {
    const answer = await rest(hearthd.url, "POST", "/meetings", { token, body: { policy } });
    expect([answer.status, answer.body.code]).toEqual([400, "bad_request"]);
  }
});

test("a body that tells no length is let go when it is too large", async ({ hearthd }) => {
  const large = ask(`${hearthd.url}/api/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json", "transfer-encoding": "chunked" },
    body: "x".repeat(1024 * 1024),
  });
  const outcome = await large.then(
    ({ status }) => status,
    () => "let go",
  );
  expect([413, "let go"]).toContain(outcome);
  expect((await rest(hearthd.url, "GET", "/server")).status).toBe(200);
});

test("what is nowhere, or not done there, is an error like any other", async ({ hearthd }) => {
  const token = guestToken();
  const nowhere: [string, string, number, string][] = [
    ["GET", "", 404, "no_such_route"],
    ["GET", "/", 404, "no_such_route"],
    ["GET", "/nothing", 404, "no_such_route"],
    ["POST", "/meetings/abc-def-234", 405, "no_such_method"],
    ["PUT", "/meetings", 405, "no_such_method"],
    ["DELETE", "/me", 405, "no_such_method"],
    ["PATCH", "/history/abc-def-234", 405, "no_such_method"],
  ];
  for (const [method, path, status, code] of nowhere) {
    const answer = await rest(hearthd.url, method, path, { token });
    expect([answer.status, answer.body?.code], `${method} ${path}`).toEqual([status, code]);
  }
});
