import { until } from "selenium-webdriver";

import { ownAddress } from "../support/addresses.ts";
import type { Desktop } from "../support/desktop.ts";
import { expect, test as base } from "../support/desktops.ts";
import { HandedBrowser } from "../support/handed.ts";
import { Person } from "../support/person.ts";

const test = base.extend<{ handed: HandedBrowser }>({
  handed: async ({ session }, use) => {
    const handed = await HandedBrowser.install(session);
    await use(handed);
    await handed.close();
  },
});

test.skip(ownAddress === undefined, "this machine has no address but loopback");

async function press({ driver, named }: Desktop, label: string): Promise<void> {
  const button = await driver.wait(until.elementLocated(named(label)), 20_000);
  await driver.wait(until.elementIsVisible(button), 20_000);
  await button.click();
}

test("a new meeting is a call in the browser one click later, and the window rules it", async ({
  browser,
  desktop,
  handed,
}) => {
  const window = await desktop({ env: { HEARTH_LISTEN: "0.0.0.0:0" } });
  await window.begin("Ada");
  const canCall = await window.driver.executeScript("return 'RTCPeerConnection' in window");
  test.skip(canCall === true, "this webview has WebRTC and needs no other browser");
  await press(window, "New meeting");
  const ada = Person.at("Ada", await handed.page());
  await ada.isIn();
  const code = new URL(ada.page.url()).pathname.slice(-11);

  const { port } = new URL(await window.url());
  const ben = await Person.open(browser, `https://${ownAddress}:${port}`, { name: "Ben" });
  await ben.goTo(code);
  await ben.join();
  await ben.seesMoving("Ada");
  await ada.seesMoving("Ben");
  await ben.receivesFrom(1);
  await window.shows("Ben");

  await press(window, "Mute microphone");
  await expect(ada.button("Unmute microphone")).toBeVisible();
  await expect(ben.tile("Ada").getByLabel("Microphone off")).toBeVisible();
  await ada.button("Unmute microphone").click();
  await press(window, "Mute microphone");
  await press(window, "Leave");
  await expect(ada.page.getByRole("heading")).toContainText("You left the meeting");
  await ben.sees_not("Ada");
  await window.shows("New meeting");
  await ben.close();
});
