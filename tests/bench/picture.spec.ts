import type { Page } from "@playwright/test";

import { test } from "../support/fixtures.ts";
import { drawnRoom } from "../support/room.ts";

declare global {
  interface Window {
    /** What the painter said a picture cost, in milliseconds; once a second. */
    costs: number[];
  }
}

const SECONDS = 6;
const EFFECTS = ["brighter", "Blur a little", "Blur strongly", "Sea"];

/** Runs in the page: hears what the painter says, and lets no machine be too slow for it. */
function watched(): void {
  window.costs = [];
  window.Worker = class extends Worker {
    constructor(...how: ConstructorParameters<typeof Worker>) {
      super(...how);
      this.addEventListener(
        "message",
        ({ data }: MessageEvent<{ type?: string; cost: number }>) => {
          if (data?.type === "pace") window.costs.push(data.cost);
        },
      );
    }
  };
  MediaStreamTrack.prototype.getSettings = () => ({ frameRate: 1 });
}

for (const width of [320, 640, 1280]) {
  test(`what changing one's own picture takes at ${width} pixels' width`, async ({ person }) => {
    const ada = await person("Ada");
    await ada.context.addInitScript(drawnRoom, { width, rate: 60 });
    await ada.context.addInitScript(watched);
    const { page } = ada;
    await ada.newMeeting();
    await ada.seesThemselves();
    await ada.button("Picture").click();
    for (const effect of EFFECTS) {
      const brightens = page.getByRole("switch", { name: "Brighten a dark picture" });
      if (effect === "brighter") await brightens.click();
      else await page.getByText(effect, { exact: true }).click();
      const { rate, cost } = await pace(page);
      console.log(`${width} wide, ${effect}: ${rate.toFixed(0)} a second, ${cost.toFixed(0)} ms`);
      if (effect === "brighter") await brightens.click();
    }
  });
}

/** Once the effect has settled: how many pictures come, and what one costs in the median. */
async function pace(page: Page): Promise<{ rate: number; cost: number }> {
  return await page.evaluate(async (seconds) => {
    const settled = 2;
    const wait = async (more: number) => {
      const wanted = window.costs.length + more;
      while (window.costs.length < wanted) await new Promise((next) => setTimeout(next, 20));
      return performance.now();
    };
    const shown = () =>
      document.querySelector<HTMLVideoElement>(".preview video")!.getVideoPlaybackQuality();
    const before = await wait(settled);
    const first = shown().totalVideoFrames;
    const after = await wait(seconds);
    const rate = ((shown().totalVideoFrames - first) * 1000) / (after - before);
    const costs = window.costs.slice(-seconds).sort((a, b) => a - b);
    return { rate, cost: costs[Math.floor(costs.length / 2)]! };
  }, SECONDS);
}
