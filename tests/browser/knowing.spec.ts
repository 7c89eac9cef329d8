import { writeFile } from "node:fs/promises";

import { chromium } from "@playwright/test";

import { faults } from "../support/axe.ts";
import { executable, flags } from "../support/chromium.ts";
import { expect, test } from "../support/fixtures.ts";
import { Person } from "../support/person.ts";

test("the figures of a call appear and move, and say which way it goes", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [Person, Person];
  await ada.seesMoving("Ben");

  await ada.button("More").click();
  await ada.page.getByRole("menuitem", { name: "Statistics" }).click();
  const panel = ada.page.getByRole("complementary", { name: "Statistics" });
  await expect(panel.getByText(/within your network/)).toBeVisible();
  await expect(panel.getByText("Their picture")).toBeVisible();
  const received = panel
    .locator("div")
    .filter({ has: ada.page.locator("dt", { hasText: "Received" }) })
    .locator("dd")
    .last();
  await expect(received).toHaveText(/[1-9].*[kM]b\/s/);
  const before = await received.textContent();
  await expect(received).not.toHaveText(before ?? "");
  const line = panel.locator("dl svg path").first();
  await expect.poll(async () => (await line.getAttribute("d"))?.includes("L")).toBe(true);
  expect(await faults(ada), "statistics").toEqual([]);

  await ada.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await panel.getByRole("button", { name: "Copy as text" }).click();
  await expect(panel.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await ada.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Ben.*connection\n(.*\n)*There and back: /);

  await ada.openPanel("People");
  const list = ada.page.getByRole("list", { name: "Participants" });
  await expect(list.getByRole("img", { name: /connection$/ })).toHaveCount(2);

  // Nothing arrives of what Ben sends, as far as the figures tell.
  await ada.page.evaluate(() => {
    const connection = window.peerConnections.at(-1)!;
    const honest = connection.getStats.bind(connection);
    connection.getStats = async () => {
      const report = new Map((await honest()) as unknown as Map<string, object>);
      for (const [id, stats] of report) {
        const { type, packetsReceived } = stats as { type: string; packetsReceived: number };
        if (type === "inbound-rtp") report.set(id, { ...stats, packetsLost: packetsReceived });
      }
      return report as unknown as RTCStatsReport;
    };
  });
  const bad = ada.tile("Ben").getByRole("img", { name: "Bad connection" });
  await expect(bad).toBeVisible({ timeout: 40_000 });
  expect(await faults(ada), "a bad connection").toEqual([]);
  await expect(ben.tile("Ada").getByRole("img", { name: "Bad connection" })).toHaveCount(0);
});

test("keys, the tab and a screen reader's announcements tell of a call", async ({ meeting }) => {
  const { people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [Person, Person];
  const { page } = ada;
  const icon = () => page.locator('link[rel="icon"]').getAttribute("href");
  const announced = page.locator("main [role=status]").last();

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Mute or unmute")).toBeVisible();
  expect(await faults(ada), "the sheet").toEqual([]);
  await page.keyboard.press("m");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await expect(page, "dialogs are about something else").toHaveTitle(/^Meeting/);
  await expect.poll(icon).toMatch(/^data:image\/png/);
  const live = await icon();
  await page.keyboard.press("m");
  await expect(page).toHaveTitle(/^Muted · Meeting/);
  await expect.poll(icon).not.toBe(live);
  await page.keyboard.press("s");
  await expect(page.getByRole("complementary", { name: "Statistics" })).toBeVisible();
  await page.keyboard.press("s");

  await ben.page.keyboard.press("h");
  await expect(announced).toHaveText("Ben raised a hand");
  await ben.say("Hello");
  await expect(announced).toHaveText("New message from Ben");
  await expect(page).toHaveTitle(/^\(1\) Muted/);

  await ada.context.setOffline(true);
  await expect(page).toHaveTitle(/Reconnecting/);
  await expect(page.getByText(/^[1-9]\d* s$/).first()).toBeVisible();
  await expect(page.getByText(/^Your place is kept for another [12]\d s\.$/)).toBeVisible();
  await expect(ben.tile("Ada").getByText(/^\d+ s$/)).toBeVisible();
  await ada.button("Leave now").click();
  await expect(page.getByRole("heading", { name: "You left the meeting" })).toBeVisible();
  await expect.poll(icon).toBe("/favicon.svg");
});

test("a guest's camera reads the code on the host's screen, and the call is tested first", async ({
  person,
  meeting,
  hearthd,
}, info) => {
  const { code, people } = await meeting("Ada");
  const [ada] = people as [Person];
  await ada.button("Invite").click();
  const picture = ada.page.getByRole("img", { name: "QR code of the link" });
  await expect(picture).toBeVisible();
  // Chromium plays pictures of a file as those of its camera.
  const film = info.outputPath("camera.mjpeg");
  const { x, y, width, height } = (await picture.boundingBox())!;
  const clip = { x: x - 40, y: y - 20, width: even(width + 80), height: even(height + 40) };
  await writeFile(film, await ada.page.screenshot({ type: "jpeg", quality: 90, clip }));

  const args = [...flags, `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch({ executablePath: executable, args });
  try {
    const ben = await Person.open(browser, hearthd.url, { name: "Ben", permissions: ["camera"] });
    await ben.page.goto("/");
    await ben.button("Scan a code").click();
    await ben.page.waitForURL(`**/m/${code}`);
    await expect(ben.button("Join now")).toBeVisible();
  } finally {
    await browser.close();
  }

  const cleo = await person("Cleo", { viewport: { width: 390, height: 844 } });
  await cleo.goTo(code);
  await cleo.seesThemselves();
  await cleo.button("Test the call").click();
  const dialog = cleo.page.getByRole("dialog", { name: "Will it work?" });
  await expect(dialog.getByText(/^Your sound arrives: .*kb\/s/)).toBeVisible();
  await expect(dialog.getByText(/^Your picture arrives: .*VP8/)).toBeVisible();
  await expect(dialog.getByText(/^Hearth answers in /)).toBeVisible();
  expect(await faults(cleo), "the test").toEqual([]);
});

test("a page enlarged to 200 % keeps its controls, a strong contrast passes, and a device that is denied says what to do", async ({
  person,
}) => {
  const ada = await person("Ada", {
    viewport: { width: 640, height: 400 },
    contrast: "more",
  });
  await ada.context.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () =>
      Promise.reject(new DOMException("Permission denied", "NotAllowedError"));
  });
  await ada.newMeeting();
  const { page } = ada;
  await page.getByText("What to do").first().click();
  await expect(page.getByText(/left of the address, and switch Microphone on/)).toBeVisible();
  expect(await faults(ada), "the green room").toEqual([]);
  await ada.join();
  for (const name of ["Unmute microphone", "People", "Chat", "More", "Leave"]) {
    await expect(ada.button(name)).toBeInViewport({ ratio: 1 });
  }
  expect(await faults(ada), "the call").toEqual([]);

  await page.goto("/settings/appearance");
  await page.getByRole("radio", { name: "High" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
  expect(await faults(ada), "the settings").toEqual([]);
  await page.goto("/settings/accessibility");
  await page.getByRole("switch", { name: "Chat messages" }).click();
  await page.reload();
  await expect(page.getByRole("switch", { name: "Chat messages" })).not.toBeChecked();
  expect(await faults(ada), "what is read aloud").toEqual([]);
});

/** Codecs like no odd lengths. */
function even(length: number): number {
  return Math.floor(length / 2) * 2;
}
