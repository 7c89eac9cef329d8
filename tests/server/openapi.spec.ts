import { guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

interface Operation {
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
  parameters?: { name: string; in: string; schema: unknown }[];
  security?: Record<string, unknown>[];
}

interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> };
}

test("the OpenAPI document is whole", async ({ hearthd }) => {
  const { body: document } = await rest<Document>(hearthd.url, "GET", "/openapi.json");
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(document.info.title).toBe("Hearth");
  expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(document.servers).toEqual([{ url: "/api" }]);

  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g);
  for (const [, path] of references) {
    let found: unknown = document;
    for (const step of path!.split("/")) found = (found as Record<string, unknown>)[step];
    expect(found, `${path} is there`).toBeInstanceOf(Object);
  }
  for (const [path, operations] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const [method, { parameters = [], responses, security = [] }] of Object.entries(
      operations,
    )) {
      const named = parameters.filter((it) => it.in === "path").map(({ name }) => name);
      expect(named, `${method} ${path}`).toEqual(inPath);
      expect(Object.keys(responses).some((status) => status.startsWith("2"))).toBe(true);
      for (const scheme of security.flatMap((it) => Object.keys(it))) {
        expect(document.components.securitySchemes).toHaveProperty(scheme);
      }
    }
  }
});

test("every operation of the document answers with a status of its own", async ({ hearthd }) => {
  const { url } = hearthd;
  const { body: document } = await rest<Document>(url, "GET", "/openapi.json");
  const bodies = [{}, [], { username: "x", name: "x", password: "x" }, { ticket: "x" }];
  for (const [path, operations] of Object.entries(document.paths)) {
    const filled = path.replaceAll(/\{\w+\}/g, "abc-def-234");
    for (const [method, { requestBody, responses, security }] of Object.entries(operations)) {
      for (const body of requestBody === undefined ? [undefined] : bodies) {
        for (const token of [undefined, guestToken(), "nonsense"]) {
          const asking = { ...(token && { token }), ...(body && { body }) };
          const { status, body: answer } = await rest(url, method.toUpperCase(), filled, asking);
          const what = `${method} ${path} ${JSON.stringify(asking)}: ${JSON.stringify(answer)}`;
          expect(Object.keys(responses), what).toContain(String(status));
          expect(answer?.code).not.toBe("no_such_route");
          if (security !== undefined && token === undefined) expect(status, what).toBe(401);
        }
      }
    }
  }
});

test("the server says what it is", async ({ hearthd }) => {
  const { body } = await rest<Record<string, unknown>>(hearthd.url, "GET", "/server");
  expect(body).toEqual({
    name: "Test",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    iceServers: [],
    addresses: [],
    fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    own: true,
  });
});
