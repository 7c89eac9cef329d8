import { By, until } from "selenium-webdriver";

import { expect, test } from "../support/desktops.ts";
import { Opener } from "../support/opener.ts";

test("the window shows Home, served by the server inside", async ({ desktop }) => {
  const window = await desktop();
  await window.begin("Ada");
  const { driver } = window;
  const button = await driver.wait(until.elementLocated(window.named("New meeting")), 20_000);
  await driver.wait(until.elementIsVisible(button), 20_000);
  expect(await driver.getCurrentUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await driver.getTitle()).toContain("Hearth");
});

test("where the window cannot call, a new meeting opens in the browser in one click", async ({
  session,
  desktop,
}) => {
  const browser = await Opener.install(session);
  const window = await desktop();
  const { driver } = window;
  const canCall = await driver.executeScript("return 'RTCPeerConnection' in window");
  test.skip(canCall === true, "this webview has WebRTC and needs no other browser");
  await window.begin("Ada");
  const button = await driver.wait(until.elementLocated(window.named("New meeting")), 20_000);
  await button.click();
  const url = await window.url();
  await expect.poll(() => browser.page()).toMatch(/\/m\/[a-z0-9-]{11}#ticket$/);
  expect(await browser.page(), "it is the same server").toContain(`${url}/m/`);
  expect(await driver.findElements(By.css("main"))).toHaveLength(1);
});
