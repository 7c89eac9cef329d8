import { test } from "@playwright/test";
import { until } from "selenium-webdriver";

import { Desktop } from "../support/desktop.ts";
import { figures } from "../support/figures.ts";
import { HandedBrowser } from "../support/handed.ts";
import { Session } from "../support/session.ts";

test("from a click on New meeting in the window to the picture in the browser", async () => {
  test.setTimeout(600_000);
  const took: number[] = [];
  for (let run = 0; run < 10; run++) {
    const session = await Session.start();
    const handed = await HandedBrowser.install(session);
    const window = await Desktop.start({ session });
    await window.begin("Ada");
    const button = await window.driver.wait(
      until.elementLocated(window.named("New meeting")),
      20_000,
    );
    const before = Date.now();
    await button.click();
    const page = await handed.page();
    // Counts the time until this has looked, too.
    await page.waitForFunction(() =>
      [...document.querySelectorAll("video")].some((it) => it.videoWidth > 0 && it.currentTime > 0),
    );
    took.push(Date.now() - before);
    await handed.close();
    await window.close();
    await session.stop();
  }
  console.log(`New meeting in the window to the picture:  ${figures(took, "ms")}`);
});
