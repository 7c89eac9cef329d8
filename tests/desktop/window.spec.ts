import { expect, test } from "@playwright/test";
import { By, type WebElement, until } from "selenium-webdriver";

import { Desktop } from "../support/desktop.ts";

let desktop: Desktop;

test.beforeEach(async () => {
  desktop = await Desktop.start();
});

test.afterEach(async () => {
  await desktop.close();
});

async function button(name: string): Promise<WebElement> {
  const found = By.xpath(`//button[normalize-space()='${name}']`);
  const { driver } = desktop;
  return await driver.wait(
    until.elementIsVisible(await driver.wait(until.elementLocated(found), 20_000)),
    20_000,
  );
}

/** Starts for the first time, and tells the name. */
async function begin(name: string): Promise<void> {
  const field = By.css("input[autocomplete=name]");
  await (await desktop.driver.wait(until.elementLocated(field), 20_000)).sendKeys(name);
  await (await button("Begin")).click();
}

test("the window asks for a name and then shows Home, served by the server inside", async () => {
  const { driver } = desktop;
  await begin("Ada");
  await button("New meeting");
  expect(await driver.getCurrentUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await driver.getTitle()).toContain("Hearth");
});

test("where the window cannot call, it hands the call to the browser in one click", async () => {
  const { driver } = desktop;
  const canCall = await driver.executeScript("return 'RTCPeerConnection' in window");
  test.skip(canCall === true, "this webview has WebRTC and needs no other browser");
  await begin("Ada");
  await (await button("New meeting")).click();
  await driver.wait(until.urlMatches(/\/call$/), 20_000);
});
