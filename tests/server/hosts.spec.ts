import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type PeerCertificate, connect as tls } from "node:tls";

import type { KnownHost } from "../../ui/src/protocol/KnownHost.ts";
import type { Resolution } from "../../ui/src/protocol/Resolution.ts";
import { Client, guestToken } from "../support/client.ts";
import { expect, test as base } from "../support/clients.ts";
import { Hearthd } from "../support/hearthd.ts";
import { newMeeting, rest } from "../support/rest.ts";

/** Ben's server is the one that every test has; Ada's asks it for codes. */
const test = base.extend<{ ada: Hearthd }>({
  ada: async ({ hearthd }, use) => {
    const args = ["--server", `127.0.0.1:${hearthd.port}`];
    const ada = await Hearthd.start({ name: "Ada's", args });
    await use(ada);
    await ada.remove();
    expect(ada.log).not.toContain("panicked");
  },
});

async function resolve(hearthd: Hearthd, code: string): Promise<Resolution> {
  const { status, body } = await rest<Resolution>(hearthd.url, "POST", "/resolve", {
    body: { code },
  });
  expect(status).toBe(200);
  return body;
}

async function known(hearthd: Hearthd): Promise<KnownHost[]> {
  return (await rest<KnownHost[]>(hearthd.url, "GET", "/hosts")).body;
}

/** A guest of one server in a meeting at another. */
function beyond(hearthd: Hearthd, id: string, transports = ["websocket"]): Client {
  const path = `/hosts/${id}/socket.io/`;
  return new Client(hearthd.url, { path, transports });
}

test("one joins by code through one's own server, by websocket and by polling", async ({
  ada,
  hearthd,
  client,
}) => {
  const ben = await client();
  const code = await newMeeting(hearthd.url, ben.token!, { title: "Plans" });
  await ben.join(code, "Ben");
  const { path, tried } = await resolve(ada, code.toUpperCase());
  const [host] = await known(ada);
  expect(path).toBe(`/hosts/${host!.id}/m/${code}`);
  expect(tried.map(({ place }) => place)).toEqual(["here", "configured"]);
  expect(host).toMatchObject({ name: "Test", trust: "proved", symbols: null });

  const [own] = await known(hearthd);
  for (const transport of ["websocket", "polling"]) {
    const guest = await beyond(ada, host!.id, [transport]).connected();
    await guest.join(code, "Ada");
    const { participant } = await ben.next("joined");
    expect(participant).toMatchObject({ name: "Ada", installation: own!.id });
    await guest.must({ type: "say", to: null, text: `by ${transport}` });
    expect((await ben.next("said")).message.text).toBe(`by ${transport}`);
    guest.close();
  }
  const token = guestToken();
  const at = `${ada.url}/hosts/${host!.id}`;
  const { body } = await rest<object>(at, "GET", `/meetings/${code}`, { token });
  expect(body).toMatchObject({ code, title: "Plans" });
});

test("a code that nobody has is sought everywhere, and each says why not", async ({
  ada,
  hearthd,
}) => {
  const code = await newMeeting(hearthd.url, guestToken());
  const wrong = code.slice(0, -3) + (code.endsWith("aaa") ? "bbb" : "aaa");
  const { path, tried } = await resolve(ada, wrong);
  expect(path).toBeNull();
  expect(tried).toEqual([
    {
      place: "here",
      name: "This computer",
      code: "no_such_meeting",
      outcome: "There is no meeting with this code.",
    },
    {
      place: "configured",
      name: `127.0.0.1:${hearthd.port}`,
      code: "not_proved",
      outcome: "It has no meeting with this code.",
    },
  ]);
  expect(await known(ada)).toEqual([]);
});

test("brute force is stopped, and nobody learns from it which guess was right", async ({
  ada,
  hearthd,
}) => {
  const code = await newMeeting(hearthd.url, guestToken());
  const outcomes = new Set<string>();
  for (const letter of "abcdefgh") {
    const { path, tried } = await resolve(ada, `${code.slice(0, 4)}zzz-zz${letter}`);
    expect(path).toBeNull();
    outcomes.add(tried.at(-1)!.outcome);
  }
  const late = await resolve(ada, code);
  expect(late.path, "not even the right one is heard").toBeNull();
  expect(late.tried.at(-1)!.outcome).toBe("It was asked too often. Wait a minute.");
  expect([...outcomes]).toEqual([
    "It has no meeting with this code.",
    "It was asked too often. Wait a minute.",
  ]);
});

test("a server that came back with another identity is a stop until it is forgotten", async ({
  ada,
  hearthd,
}) => {
  const first = await newMeeting(hearthd.url, guestToken());
  await resolve(ada, first);
  const [{ id }] = (await known(ada)) as [KnownHost];
  const own = `${ada.url}/hosts/${id}`;
  expect((await rest(own, "GET", "/server")).status).toBe(200);

  await rm(join(hearthd.data, "identity", "installation.pem"));
  await hearthd.restart();

  const impostor = await rest(own, "GET", "/server");
  expect([impostor.status, impostor.body.code]).toEqual([403, "impostor"]);
  const code = await newMeeting(hearthd.url, guestToken());
  const { path, tried } = await resolve(ada, code);
  expect(path, "though it knows the code").toBeNull();
  expect(tried.at(-1)!.outcome).toMatch(/^It has another identity than before\./);
  const stopped = await rest(own, "GET", "/server");
  expect([stopped.status, stopped.body.code]).toEqual([403, "identity_changed"]);
  expect(await known(ada)).toMatchObject([{ id, trust: "changed" }]);

  expect((await rest(ada.url, "DELETE", `/hosts/${id}`)).status).toBe(204);
  expect((await resolve(ada, code)).path).toBe(`/hosts/${id}/m/${code}`);
  expect((await rest(own, "GET", "/server")).status).toBe(200);
});

test("browsers see the certificate for browsers, and are asked for none", async ({ hearthd }) => {
  const seen = async (servername: string) =>
    await new Promise<PeerCertificate | Error>((done) => {
      const port = hearthd.port;
      const socket = tls({ host: "127.0.0.1", port, servername, rejectUnauthorized: false });
      socket.once("secureConnect", () => {
        const certificate = socket.getPeerCertificate();
        // What the server thinks of a missing certificate comes after the handshake.
        socket.write("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
        socket.once("data", () => done(certificate));
        socket.once("error", done);
      });
      socket.once("error", done);
      socket.once("close", () => done(new Error("closed")));
    });
  const forBrowsers = await seen("localhost");
  expect(forBrowsers).toHaveProperty("fingerprint256");
  expect(await seen("installation.hearth.invalid"), "no key was shown").toBeInstanceOf(Error);
});

test("what an installation is kept by is readable for its owner alone", async ({ hearthd }) => {
  const path = join(hearthd.data, "identity", "installation.txt");
  const id = (await readFile(path, "utf8")).trim();
  expect(id).toMatch(/^[a-z2-7]{16}$/);
  await hearthd.restart();
  expect((await readFile(path, "utf8")).trim()).toBe(id);
});
