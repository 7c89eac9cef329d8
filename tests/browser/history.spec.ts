import { readFile } from "node:fs/promises";

import { faults } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";

test("what was said reaches those who are in and those who come later", async ({
  meeting,
  person,
}) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ada.say("Welcome everyone");
  await ben.openPanel("Chat");
  await expect(ben.page.getByText("Welcome everyone")).toBeVisible();

  const cleo = await person("Cleo");
  await cleo.goTo(code);
  await cleo.join();
  await cleo.openPanel("Chat");
  await expect(cleo.page.getByText("Welcome everyone")).toBeVisible();
});

test("a meeting is in the history afterwards, also after a restart", async ({
  meeting,
  hearthd,
}) => {
  const { code, people } = await meeting("Ada", "Ben");
  const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
  await ben.say("See you tomorrow");
  await ada.openPanel("Chat");
  await expect(ada.page.getByText("See you tomorrow")).toBeVisible();
  await ada.button("Leave").click();
  await ben.sees_not("Ada");
  await ben.close();
  await hearthd.restart();

  await ada.page.goto("/history");
  const link = ada.page.getByRole("link", { name: /Ada.*Ben/ });
  await ada.page.getByRole("searchbox").fill("nobody said this");
  await expect(ada.page.getByRole("status")).toContainText("Nothing was found");
  await ada.page.getByRole("searchbox").fill("TOMORROW ben");
  await expect(link).toBeVisible();
  await ada.button("Calendar").click();
  await ada.page
    .getByRole("cell")
    .getByRole("button", { name: /1 meeting$/ })
    .click();
  expect(await faults(ada)).toEqual([]);
  await link.click();
  await ada.page.getByRole("combobox", { name: /^Keep this meeting/ }).click();
  await ada.page.getByRole("option", { name: "30 days" }).click();
  await expect(ada.page.getByRole("combobox", { name: /^Keep this meeting/ })).toContainText("30");
  expect(await faults(ada)).toEqual([]);
  await expect(ada.page.getByText("See you tomorrow")).toBeVisible();
  await expect(ada.page.getByText(code).first()).toBeVisible();

  const save = async (kind: string) => {
    const download = ada.page.waitForEvent("download");
    await ada.button("Export").click();
    await ada.page.getByRole("menuitem", { name: kind }).click();
    return await readFile(await (await download).path(), "utf8");
  };
  const exported = JSON.parse(await save("Everything (JSON)"));
  expect(await save("To read (Markdown)")).toContain("> See you tomorrow");
  expect(await save("For a calendar (ICS)")).toContain(`SUMMARY:Ada and Ben\r\n`);
  expect(exported.chat).toMatchObject([{ from: "Ben", text: "See you tomorrow" }]);

  await ada.button("Delete").click();
  await ada.page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(ada.page).toHaveURL(/\/history$/);
  await expect(ada.page.getByRole("link", { name: /Ada.*Ben/ })).toHaveCount(0);
});
