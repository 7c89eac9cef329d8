import { readFile } from "node:fs/promises";

import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";

const HOUR = 3_600_000;

test("a meeting is planned, found at home and at its door, changed and cancelled", async ({
  person,
}) => {
  const ada = await person("Ada");
  const { page } = ada;
  await page.goto("/");
  await ada.button("Plan a meeting").click();
  await ada.textbox("What it is about").fill("Budget of the north wing");
  await page.getByLabel("Day").fill("");
  await ada.button("Plan it").click();
  await expect(page.getByRole("alert")).toContainText("Say on which day");
  const tomorrow = new Date(Date.now() + 24 * HOUR);
  await page.getByLabel("Day").fill(tomorrow.toLocaleDateString("sv"));
  await page.getByLabel("Time").fill("14:00");
  expect(await faults(ada)).toEqual([]);
  await ada.button("Plan it").click();

  const code = await ada.textbox("Code").inputValue();
  const download = page.waitForEvent("download");
  await ada.button("Save the invitation").click();
  const invitation = await readFile(await (await download).path(), "utf8");
  expect(invitation).toContain("SUMMARY:Budget of the north wing\r\n");
  expect(invitation).toContain(`UID:${code}@hearth\r\n`);
  expect(invitation.replaceAll("\r\n ", "")).toMatch(new RegExp(`URL:https?://.+/m/${code}`));
  await page.keyboard.press("Escape");

  const planned = page.getByRole("region", { name: "Planned" });
  await expect(planned).toContainText("Budget of the north wing");
  expect(await faults(ada)).toEqual([]);
  await ada.button("What to do with Budget of the north wing").click();
  await page.getByRole("menuitem", { name: "Change the plan" }).click();
  await ada.textbox("What it is about").fill("Budget of both wings");
  await ada.button("Save").click();
  await expect(planned).toContainText("Budget of both wings");

  const ben = await person("Ben");
  await ben.page.goto(`/m/${code}`);
  await expect(ben.page.getByText("Budget of both wings")).toBeVisible();
  await expect(ben.page.getByText(/^Planned for /)).toBeVisible();

  await ada.button("What to do with Budget of both wings").click();
  await page.getByRole("menuitem", { name: "Cancel the meeting" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel the meeting" }).click();
  await expect(planned).toHaveCount(0);
});

test("my room is the same each time, and others wait to be let in", async ({ person }) => {
  const ada = await person("Ada");
  const code = await ada.enterOwnRoom();

  const ben = await person("Ben");
  await ben.page.goto(`/m/${code}`);
  await ben.textbox("Your name").fill("Ben");
  await ben.button("Ask to join").click();
  await ada.button("Admit Ben").first().click();
  await ada.sees("Ben");

  await ada.button("Leave").click();
  await ada.page.goto("/");
  await ada.button("My room").click();
  await expect(ada.page).toHaveURL(new RegExp(`/m/${code}$`));
});
