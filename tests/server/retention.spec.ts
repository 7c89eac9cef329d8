import { ownAddress } from "../support/addresses.ts";
import { expect, test } from "../support/clients.ts";
import { rest } from "../support/rest.ts";

test("for how long the history is kept is set, and kept", async ({ hearthd }) => {
  const { url } = hearthd;
  const kept = () => rest(url, "GET", "/retention");
  expect((await kept()).body).toEqual({ days: null });
  const body = { days: 30 };
  expect(await rest(url, "PUT", "/retention", { body })).toMatchObject({ status: 200, body });
  for (const days of [0, -1, 1.5, "30"]) {
    const { status } = await rest(url, "PUT", "/retention", { body: { days } });
    expect(status, `${days}`).toBe(400);
  }
  expect((await kept()).body).toEqual(body);
});

test.describe("for others", () => {
  test.skip(ownAddress === undefined, "this machine is on no network");
  test.use({ options: { listen: "0.0.0.0:0" } });

  test("it is not to be seen or set", async ({ hearthd }) => {
    const url = `https://${ownAddress}:${hearthd.port}`;
    const asked = [
      await rest(url, "GET", "/retention"),
      await rest(url, "PUT", "/retention", { body: { days: 1 } }),
    ];
    for (const { status, body } of asked) {
      expect([status, body.code]).toEqual([403, "only_local"]);
    }
  });
});
