import { AppWindow } from "../support/app-window.ts";
import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";

test("settings are kept, each in its section", async ({ browser, hearthd }) => {
  const window = await AppWindow.open(browser, hearthd.url, "Ada");
  const { page, person: ada } = window;
  await window.begin();
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Profile" })).toBeVisible();
  await expect(ada.textbox("Your name")).toHaveValue("Ada");
  expect(await faults(ada), "profile").toEqual([]);

  const go = async (section: string) => {
    await page.getByRole("link", { name: section, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: section })).toBeVisible();
  };
  await go("Start");
  await page.getByRole("switch", { name: "Start hidden" }).click();
  expect(await window.asked("change_desktop_settings")).toEqual({ change: { startHidden: true } });

  await go("Shortcuts");
  const global = page.getByRole("group", { name: "Mute the call from any app" });
  await global.getByRole("button", { name: "Change" }).click();
  await page.keyboard.press("Control+Shift+KeyM");
  await expect(page.getByText("Ctrl+Shift+M")).toBeVisible();
  expect(await faults(ada), "shortcuts").toEqual([]);

  await go("Privacy and history");
  await page.getByRole("radio", { name: "For 30 days" }).click();
  await ada.button("Delete older meetings").click();
  await expect(page.getByRole("radio", { name: "For 30 days" })).toBeChecked();
  await page.reload();
  await expect(page.getByRole("radio", { name: "For 30 days" })).toBeChecked();
  await page.getByRole("radio", { name: "For 7 days" }).click();
  await ada.button("Cancel").click();
  await expect(page.getByRole("radio", { name: "For 30 days" })).toBeChecked();
  expect(await faults(ada), "privacy").toEqual([]);

  await go("Language");
  await page.getByRole("radio", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sprache" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Sprache" })).toBeVisible();
  await ada.close();
});
