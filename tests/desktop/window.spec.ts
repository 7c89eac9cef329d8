import { expect, test } from "@playwright/test";
import { By, until } from "selenium-webdriver";

import { Desktop } from "../support/desktop.ts";

let desktop: Desktop;

test.beforeEach(async () => {
  desktop = await Desktop.start();
});

test.afterEach(async () => {
  await desktop.close();
});

test("the window shows Home, served by the server inside", async () => {
  const { driver } = desktop;
  const button = await driver.wait(
    until.elementLocated(By.xpath("//button[normalize-space()='New meeting']")),
    20_000,
  );
  await driver.wait(until.elementIsVisible(button), 20_000);
  expect(await driver.getCurrentUrl()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await driver.getTitle()).toContain("Hearth");
});

test("where the window cannot call, it hands the call to the browser in one click", async () => {
  const { driver } = desktop;
  const canCall = await driver.executeScript("return 'RTCPeerConnection' in window");
  test.skip(canCall === true, "this webview has WebRTC and needs no other browser");
  const name = await driver.wait(until.elementLocated(By.css("input[autocomplete=name]")), 20_000);
  await name.sendKeys("Ada");
  await driver.findElement(By.xpath("//button[normalize-space()='New meeting']")).click();
  const handOver = By.xpath("//button[normalize-space()='Open in your browser']");
  await driver.wait(until.elementLocated(handOver), 20_000);
  expect(await driver.getCurrentUrl()).toMatch(/\/m\/[a-z0-9-]{11}$/);
});
