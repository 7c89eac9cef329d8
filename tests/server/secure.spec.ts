import { request } from "node:https";
import { type PeerCertificate, connect } from "node:tls";

import type { ServerInfo } from "../../ui/src/protocol/ServerInfo.ts";
import { ownAddress } from "../support/addresses.ts";
import { Client, guestToken } from "../support/client.ts";
import { expect, test } from "../support/clients.ts";
import { newMeeting, rest, ask } from "../support/rest.ts";
import { upgrade } from "../support/upgrade.ts";

test.use({ options: { listen: "0.0.0.0:0", name: "Ada's <cupboard>" } });

test("one port speaks HTTPS and HTTP", async ({ client, hearthd }) => {
  const { port } = hearthd;
  for (const scheme of ["http", "https"]) {
    for (const host of ["127.0.0.1", "localhost"]) {
      const { status } = await ask(`${scheme}://${host}:${port}/api/server`, { family: 4 });
      expect(status).toBe(200);
    }
  }
  const ada = await client({ url: `https://127.0.0.1:${port}` });
  const code = await newMeeting(ada.url, ada.token!);
  const ben = await client({ url: `http://127.0.0.1:${port}` });
  const cleo = await client({ url: `https://127.0.0.1:${port}`, transports: ["polling"] });
  await ada.join(code, "Ada");
  await ben.join(code, "Ben");
  await cleo.join(code, "Cleo");
  await ada.say("by every way");
  for (const each of [ada, ben, cleo]) {
    expect((await each.next("said")).message.text).toBe("by every way");
  }
});

test("its certificate names the machine, and is kept", async ({ hearthd }) => {
  const certificate = await presented(hearthd.port);
  const names = certificate.subjectaltname!.split(", ");
  expect(names).toEqual(expect.arrayContaining(["DNS:localhost", "IP Address:127.0.0.1"]));
  if (ownAddress !== undefined) expect(names).toContain(`IP Address:${ownAddress}`);
  const days = (Date.parse(certificate.valid_to) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(365);
  expect(days, "browsers take none that is valid for longer").toBeLessThan(398);

  const { body } = await rest<ServerInfo>(`http://127.0.0.1:${hearthd.port}`, "GET", "/server");
  expect(body.fingerprint).toBe(certificate.fingerprint256);
  await hearthd.restart();
  expect((await presented(hearthd.port)).fingerprint256).toBe(certificate.fingerprint256);

  const ca = `-----BEGIN CERTIFICATE-----\n${certificate.raw.toString("base64")}\n-----END CERTIFICATE-----\n`;
  for (const host of ["localhost", "127.0.0.1", ...(ownAddress ? [ownAddress] : [])]) {
    const status = await new Promise((resolve, reject) => {
      const options = { host, port: hearthd.port, path: "/health", ca, family: 4 };
      request(options, (response) => resolve(response.resume().statusCode))
        .once("error", reject)
        .end();
    });
    expect(status, `who trusts it may call it ${host}`).toBe(200);
  }
});

test.describe("from another machine", () => {
  test.skip(ownAddress === undefined, "this machine has no address but loopback");

  test("the address that it prints is the one that works", async ({ hearthd }) => {
    const own = `https://${ownAddress}:${hearthd.port}`;
    expect(hearthd.printed).toEqual([own]);
    const { status, body } = await rest<ServerInfo>(own, "GET", "/server");
    expect(status).toBe(200);
    expect(body.addresses).toContain(own);
  });

  test("HTTP gets a page that explains, and nothing else", async ({ hearthd }) => {
    const own = `${ownAddress}:${hearthd.port}`;
    for (const path of ["/", "/m/abc-def-234", "/assets/x.js", "/%3Cscript%3E"]) {
      const { status, headers, body } = await ask(`http://${own}${path}`);
      expect(status).toBe(200);
      expect(headers["content-type"]).toContain("text/html");
      expect(body).toContain(`<a href="https://${own}${path}">`);
      expect(body).toContain((await presented(hearthd.port)).fingerprint256);
      expect(body, "its name is shown as text").toContain("Ada's &lt;cupboard&gt;");
      expect(body).not.toContain("<script>");
    }
    const host = 'x"><script>alert(1)</script>';
    const { body } = await ask(`http://${own}/`, { headers: { host } });
    expect(body).toContain(`<a href="https://${ownAddress}:`);
    expect(body).not.toContain("<script>");

    const paths = ["/api", "/api/me", "/api/meetings", "/metrics", "/socket.io"];
    for (const path of paths) {
      const { status, body } = await ask(`http://${own}${path}`);
      expect([status, JSON.parse(body)]).toMatchObject([403, { code: "insecure" }]);
    }
    expect(await upgrade(`https://${own}`)).toBe(101);
    expect(await upgrade(`http://${own}`), "older clients know no HTTPS").toBe(101);
    const native = new Client(`http://${own}`).connected();
    await expect(native, "but Hearth's own do").rejects.toThrow("HTTPS alone");
    expect((await ask(`http://${own}/health`)).status).toBe(200);
  });

  test("over HTTP only a guest who chose to may come, and only to a meeting", async ({
    hearthd,
    client,
  }) => {
    const own = `${ownAddress}:${hearthd.port}`;
    const html = { headers: { accept: "text/html" } };
    const offer = await ask(`http://${own}/m/abc-def-234`, html);
    expect(offer.body).toContain('<a href="/m/abc-def-234?plain">');
    expect((await ask(`http://${own}/`, html)).body).not.toContain("?plain");
    for (const path of ["/?plain", "/history?plain", "/m/?plain", "/m/a/b?plain", "/m/a?plain=1"]) {
      expect((await ask(`http://${own}${path}`, html)).body, path).toContain("the secure address");
    }
    const chosen = await ask(`http://${own}/m/abc-def-234?plain`, html);
    expect(chosen.body).toContain('id="app"');
    for (const [, asset] of chosen.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const { status, headers } = await ask(`http://${own}${asset}`);
      expect([status, headers["content-type"]], asset).not.toEqual([200, "text/html"]);
    }
    const { body } = await rest<ServerInfo>(`http://${own}`, "GET", "/server");
    expect(body.own, "they are no owner").toBe(false);

    const ada = await client();
    const code = await newMeeting(ada.url, ada.token!);
    await ada.join(code, "Ada");
    const auth = { token: guestToken(), plain: true };
    const ben = await client({ url: `http://${own}`, auth });
    await ben.join(code, "Ben");
    await ben.say("by plain HTTP");
    expect((await ada.next("said")).message.text).toBe("by plain HTTP");

    const session = { token: `s.${"A".repeat(43)}`, plain: true };
    const signedIn = new Client(`http://${own}`, { auth: session }).connected();
    await expect(signedIn, "no account is used where it can be read").rejects.toThrow("HTTPS");
  });

  test("the network is nobody's who is not at the server's computer", async ({
    hearthd,
    client,
  }) => {
    const far = await client({ url: `https://${ownAddress}:${hearthd.port}` });
    expect(await far.ask({ type: "standBy", name: "Mallory" })).toMatchObject({
      error: { code: "only_local" },
    });
    const call = "abc-def-234";
    expect(await far.ask({ type: "ring", call, to: "b".repeat(16), kind: "video" })).toMatchObject({
      error: { code: "not_standing_by" },
    });
    const near = await client({ url: `http://127.0.0.1:${hearthd.port}` });
    expect(await near.ask({ type: "standBy", name: "Ada" })).toEqual({ ok: true });
    expect((await near.next("nearby")).neighbours).toEqual([]);
  });

  test("nobody reads the counters", async ({ hearthd }) => {
    const { status, body } = await ask(`https://${ownAddress}:${hearthd.port}/metrics`);
    expect([status, JSON.parse(body)]).toMatchObject([403, { code: "only_local" }]);
    expect((await ask(`https://127.0.0.1:${hearthd.port}/metrics`)).status).toBe(200);
  });
});

async function presented(port: number): Promise<PeerCertificate> {
  return await new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate());
      socket.end();
    });
    socket.once("error", reject);
  });
}
