import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Person } from "../support/person.ts";

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
  const line = panel.locator("svg path").first();
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
  await expect(announced).toHaveText("Ben writes: Hello");
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
