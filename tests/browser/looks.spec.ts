/**
 * How the main screens look, in five sizes. `npx playwright test browser/looks.spec.ts -u` takes the
 * pictures anew when a screen is meant to look otherwise.
 */
import type { Page } from "@playwright/test";

import { executable, flags } from "../support/chromium.ts";
import { expect, test } from "../support/fixtures.ts";
import { type Person } from "../support/person.ts";
import { beStill, place, recall } from "../support/still.ts";

// Letters are drawn alike whatever the machine says of fonts.
test.use({
  launchOptions: {
    executablePath: executable,
    args: [...flags, "--font-render-hinting=none", "--disable-lcd-text"],
  },
});

const SIZES = [
  { name: "phone", width: 360, height: 640 },
  { name: "tablet-dark", width: 768, height: 1024, dark: true },
  { name: "laptop", width: 1280, height: 800 },
  // With the English words, as letters of other scripts are drawn by fonts of the machine.
  { name: "desk-from-right", width: 1920, height: 1080, fromRight: true },
  { name: "wall", width: 3840, height: 2160 },
];

/** Compares the page in each size with the picture that there is. */
async function looks(page: Page, screen: string, sizes = SIZES): Promise<void> {
  await page.mouse.move(0, 0);
  for (const { name, width, height, dark = false, fromRight = false } of sizes) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    await page.evaluate((dir) => (document.documentElement.dir = dir), fromRight ? "rtl" : "ltr");
    await expect.soft(page).toHaveScreenshot(`${screen}-${name}.png`);
  }
}

test("the main screens look as they did", async ({ person }) => {
  const ada = await person("Ada", place);
  const ben = await person("Ben", place);
  await beStill(ada);

  await ada.page.goto("/");
  await expect(ada.button("New meeting")).toBeVisible();
  await looks(ada.page, "home");

  // A button that has moved a little is seen.
  await ada.page.setViewportSize(SIZES[2]!);
  await ada.button("New meeting").evaluate((it) => (it.style.translate = "6px"));
  await expect(ada.page).not.toHaveScreenshot("home-laptop.png", { timeout: 2_000 });

  await ada.page.goto("/settings/appearance");
  await expect(ada.page.getByRole("heading", { level: 1 })).toHaveText("Appearance");
  await looks(ada.page, "settings");

  const code = await ada.newMeeting();
  await silent(ada);
  await looks(ada.page, "green-room");

  await ada.join();
  await ben.goTo(code);
  await silent(ben);
  await ben.join();
  await ben.say("Shall we look at the drawings?");
  await ada.say("Yes, in a minute.");
  await ada.sees("Ben");
  await expect(ada.page.getByText("Shall we look at the drawings?")).toBeVisible();
  await expect(ada.page.locator(".notices p")).toHaveCount(0);
  // The largest would only show the same with more around it.
  await looks(ada.page, "call", SIZES.slice(0, -1));

  await ben.button("Leave").click();
  await ada.sees_not("Ben");
  await ada.button("Leave").click();
  await recall(ada.page, code);
  await ada.page.goto("/history/abc-def-234");
  await expect(ada.page.getByText("Yes, in a minute.")).toBeVisible();
  await looks(ada.page, "history");
});

/** Neither picture nor sound, which would move. */
async function silent(someone: Person): Promise<void> {
  await someone.seesThemselves();
  await someone.button("Mute microphone").click();
  await someone.button("Turn camera off").click();
  await expect(someone.button("Turn camera on")).toBeVisible();
}
