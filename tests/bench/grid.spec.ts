import type { CDPSession, Page } from "@playwright/test";

import { Crowd } from "../support/crowd.ts";
import { expect, test } from "../support/fixtures.ts";
import { MainThread } from "../support/main-thread.ts";

const OTHERS = 8;
const SECONDS = 20;

test("what nine pictures of 360 lines ask of the page's main thread", async ({
  browser,
  hearthd,
  person,
}) => {
  test.setTimeout(180_000);
  const ada = await person("Ada", { viewport: { width: 1920, height: 1200 } });
  await ada.page.goto("/settings/appearance");
  await ada.page.getByRole("radio", { name: "Among the others" }).check();
  const code = await ada.newMeeting();
  const thread = await MainThread.of(ada.page);
  const crowd = await Crowd.enter(browser, hearthd.url, code, OTHERS);
  await ada.join();
  const videos = ada.page.locator("main video");
  await expect(videos).toHaveCount(OTHERS + 1);
  const shown = () => ada.page.evaluate(presented);
  await expect
    .poll(async () => (await shown()).filter((frames) => frames > 0).length, { timeout: 60_000 })
    .toBe(OTHERS);
  // Joining itself is over, and so are the notices of who joined.
  await rest(10);

  const cdp = await ada.context.newCDPSession(ada.page);
  await cdp.send("Performance.enable");
  const before = await reading(cdp, thread, ada.page);
  await rest(SECONDS);
  const after = await reading(cdp, thread, ada.page);

  expect(after.frames, "all the pictures moved meanwhile").toBeGreaterThan(before.frames);
  const over = (of: keyof typeof after) => after[of] - before[of];
  const part = (of: keyof typeof after) => ((over(of) / over("tasks")) * 100).toFixed(0);
  const busy = (over("processor") / over("time")) * 100;
  console.log(
    `nine pictures: main thread busy ${busy.toFixed(1)} % of the time, ` +
      `${((over("tasks") / over("time")) * 100).toFixed(1)} % with waiting for a processor; ` +
      `of its tasks ${part("scripts")} % are scripts, ${part("styles")} % styles, ` +
      `${part("layout")} % layout; ` +
      `${(over("frames") / over("time") / OTHERS).toFixed(1)} pictures a second from each`,
  );
  await crowd.leave();
});

async function reading(cdp: CDPSession, thread: MainThread, page: Page) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const metric = (name: string) => metrics.find((it) => it.name === name)!.value;
  return {
    time: performance.now() / 1000,
    // What others on the machine take is not in it.
    processor: await thread.seconds(),
    tasks: metric("TaskDuration"),
    scripts: metric("ScriptDuration"),
    styles: metric("RecalcStyleDuration"),
    layout: metric("LayoutDuration"),
    frames: (await page.evaluate(presented)).reduce((a, b) => a + b, 0),
  };
}

function rest(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

/** How many pictures each video of 360 lines has shown. */
function presented(): number[] {
  return [...document.querySelectorAll<HTMLVideoElement>("main video")]
    .filter(({ videoHeight }) => videoHeight === 360)
    .map((video) => video.getVideoPlaybackQuality().totalVideoFrames);
}
