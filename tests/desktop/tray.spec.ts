import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { CallCard } from "../../ui/src/protocol/CallCard.ts";
import { allOn } from "../support/client.ts";
import { expect, test } from "../support/desktops.ts";
import { Tray } from "../support/tray.ts";

const muted = { ...allOn, microphone: { available: true, enabled: false } };

function card(changed: Partial<CallCard> = {}): CallCard {
  return {
    ...{ path: "/m/abc-def-ghj", title: "Stand-up", state: "in", since: 1795262400000 },
    ...{ media: allOn, people: 2, waiting: 0, seen: true },
    ...changed,
  };
}

test("the tray shows the call at hand, and what is chosen there is done", async ({
  session,
  hearth,
  holder,
}) => {
  const tray = await Tray.open(session.bus);
  const { url } = await hearth("--hidden");
  await tray.filled();
  const at = async (label: string) => (await tray.menu()).find((it) => it.label === label);
  expect(await at("No call")).toMatchObject({ enabled: false });
  expect(await at("Mute")).toMatchObject({ enabled: false });
  expect(await at("Leave")).toMatchObject({ enabled: false });
  const cold = await tray.icon();

  const page = await holder(url, card());
  await tray.until((menu) => menu[0]?.label === "Stand-up – 2 people");
  expect(await at("Leave")).toMatchObject({ enabled: true });
  await expect.poll(() => tray.icon(), "the icon is another").not.toBe(cold);
  const burning = await tray.icon();

  await tray.press("Mute");
  expect((await page.next("steered")).deed).toEqual({ type: "setMicrophone", on: false });
  await page.must({ type: "holdCall", card: card({ media: muted, waiting: 1 }) });
  await tray.until((menu) => menu[0]?.label === "Stand-up – 2 people, 1 waiting");
  await expect.poll(() => tray.icon(), "the icon is a third one").not.toBe(burning);
  await tray.press("Unmute");
  expect((await page.next("steered")).deed).toEqual({ type: "setMicrophone", on: true });

  await tray.press("Leave");
  expect((await page.next("steered")).deed).toEqual({ type: "leave" });
  await page.must({ type: "releaseCall" });
  await tray.until((menu) => menu[0]?.label === "No call");
});

test("who sees Hearth on the network is shown in the tray, and chosen there", async ({
  session,
  hearth,
}) => {
  const tray = await Tray.open(session.bus);
  const { url } = await hearth("--hidden");
  await tray.filled();
  const chosen = async () => {
    const entries = (await tray.menu()).flatMap((it) => it.entries);
    return entries.filter((it) => it.checked).map((it) => it.label);
  };
  expect(await chosen()).toEqual(["Nobody"]);

  await tray.press("People with a code");
  const network = async () => await (await fetch(`${url}/api/network`)).json();
  await expect.poll(network).toMatchObject({ visibility: "code" });
  expect(await chosen()).toEqual(["People with a code"]);

  const body = JSON.stringify({ ...(await network()), visibility: "nobody" });
  const headers = { "content-type": "application/json" };
  expect((await fetch(`${url}/api/network`, { method: "PUT", headers, body })).ok).toBe(true);
  await expect.poll(chosen, "it is changed in the settings").toEqual(["Nobody"]);
});

test("Hearth runs where nothing shows a tray, and where its library is missing", async ({
  session,
  hearth,
}) => {
  const without = await hearth();
  await expect.poll(() => session.windows()).toHaveLength(1);
  expect(await without.stop()).toBe(0);

  const libraries = join(session.home, "libraries");
  await mkdir(libraries);
  for (const name of ["libayatana-appindicator3.so", "libappindicator3.so"]) {
    for (const file of [name, `${name}.1`]) {
      await writeFile(join(libraries, file), "no library");
      await chmod(join(libraries, file), 0o755);
    }
  }
  session.env["LD_LIBRARY_PATH"] = libraries;
  const lacking = await hearth();
  await lacking.says("no library for icons in the tray");
  await expect.poll(() => session.windows()).toHaveLength(1);
});
