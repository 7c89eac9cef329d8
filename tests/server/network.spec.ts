import type { Diagnosis } from "../../ui/src/protocol/Diagnosis.ts";
import { ownAddress } from "../support/addresses.ts";
import { expect, test } from "../support/clients.ts";
import { run } from "../support/hearthd.ts";
import { rest } from "../support/rest.ts";

const hidden = { visibility: "nobody", showName: true, servers: [] };

test("how it shows itself is set, and refused where it makes no sense", async ({ hearthd }) => {
  const { url } = hearthd;
  expect(await rest(url, "GET", "/network")).toMatchObject({ status: 200, body: hidden });
  const body = { ...hidden, showName: false, servers: ["hearth.example:7466"] };
  expect(await rest(url, "PUT", "/network", { body })).toMatchObject({ status: 200, body });
  expect((await rest(url, "GET", "/network")).body).toEqual(body);

  const wrong: [object, string][] = [
    [{ ...hidden, servers: ["hearth.example"] }, "Write it as address:port."],
    [{ ...hidden, servers: Array<string>(33).fill("a:1") }, "There is room for 32 servers."],
    [{ ...hidden, visibility: "friends" }, "visibility"],
    [{ visibility: "nobody" }, "missing field"],
  ];
  for (const [body, sentence] of wrong) {
    const refused = await rest(url, "PUT", "/network", { body });
    expect([refused.status, refused.body.message]).toEqual([
      400,
      expect.stringContaining(sentence),
    ]);
  }
  expect((await rest(url, "GET", "/network")).body, "nothing was changed").toEqual(body);
});

test("the doctor answers, and sends nothing for whom nobody may see", async ({ hearthd }) => {
  const { status, body } = await rest<Diagnosis>(hearthd.url, "GET", "/doctor");
  expect(status).toBe(200);
  const topics = body.findings.map(({ topic }) => topic);
  expect(topics).toEqual(expect.arrayContaining(["Addresses", "Port", "Firewall", "VPN"]));
  expect(topics, "nobody was looked for").not.toContain("Other installations");

  const { code, stdout } = await run(["doctor", "--listen", `127.0.0.1:${hearthd.port}`]);
  const worst = body.findings.map(({ verdict }) => ["good", "doubtful", "bad"].indexOf(verdict));
  expect(code).toBe(Math.max(...worst));
  for (const { topic, text } of body.findings) expect(stdout).toContain(`${topic}: ${text}`);
});

test.describe("for others", () => {
  test.skip(ownAddress === undefined, "this machine is on no network");
  test.use({ options: { listen: "0.0.0.0:0" } });

  test("neither of it is to be seen or set", async ({ hearthd }) => {
    const url = `https://${ownAddress}:${hearthd.port}`;
    const asked = [
      await rest(url, "GET", "/network"),
      await rest(url, "PUT", "/network", { body: hidden }),
      await rest(url, "GET", "/doctor"),
    ];
    for (const { status, body } of asked) {
      expect([status, body.code]).toEqual([403, "only_local"]);
    }
  });
});
