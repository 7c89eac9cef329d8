import { chromium } from "@playwright/test";

import { expect, test } from "../support/fixtures.ts";
import { Hearthd } from "../support/hearthd.ts";
import { Namespace } from "../support/namespace.ts";
import { Person } from "../support/person.ts";

test("with no network but loopback, three people meet all the same", async ({ launchOptions }) => {
  const namespace = await Namespace.make();
  test.skip(namespace === undefined, "this user may make no network namespaces");
  const { inside } = namespace!;
  const hearthd = await Hearthd.start({ inside, listen: "0.0.0.0:0" });
  const executablePath = await namespace!.wrap(launchOptions.executablePath!);
  const browser = await chromium.launch({ ...launchOptions, executablePath });

  expect(hearthd.url, "there is no other address to give").toMatch(/^http:\/\/127\.0\.0\.1:/);
  const look = { permissions: ["camera", "microphone"] };
  const [ada, ben, cleo] = [
    await Person.open(browser, hearthd.url, { name: "Ada", ...look }),
    await Person.open(browser, hearthd.url, { name: "Ben", ...look }),
    await Person.open(browser, hearthd.url, { name: "Cleo", ...look }),
  ];
  const code = await ada.newMeeting();
  await ada.join();
  for (const guest of [ben, cleo]) {
    await guest.goTo(code);
    await guest.join();
  }
  for (const person of [ada, ben, cleo]) await person.receivesFrom(2);
  await cleo.say("No cable");
  await ada.openPanel("Chat");
  await expect(ada.page.getByText("No cable")).toBeVisible();

  await browser.close();
  await hearthd.remove();
  await namespace!.remove();
});

test("no page asks anything of anyone but its own server", async ({ meeting, hearthd, person }) => {
  const ben = await person("Ben");
  const asked = new Set<string>();
  ben.page.on("request", (request) => asked.add(new URL(request.url()).host));
  ben.page.on("websocket", (socket) => asked.add(new URL(socket.url()).host));
  const { code } = await meeting("Ada");
  await ben.page.goto("/");
  await ben.page.goto("/history");
  await ben.goTo(code);
  await ben.join();
  await ben.receivesFrom(1);
  expect([...asked]).toEqual([new URL(hearthd.url).host]);
});
